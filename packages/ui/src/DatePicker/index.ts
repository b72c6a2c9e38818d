export type { CalendarLabels, CalendarOptions } from "./Calendar.tsx";
export { DatePicker, type DatePickerLabels, type DatePickerProps } from "./DatePicker.tsx";
