export { Popover, type PopoverProps } from "./Popover.tsx";
export type { PopoverState } from "./use-popover.ts";
