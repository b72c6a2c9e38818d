// Dates are text, `YYYY-MM-DD`, of the years 0001 to 9999 of the Gregorian calendar, and compare as text does. All sums
// are in UTC: no time zone and no clock change can move them.

const dayMs = 86_400_000;
const first = "0001-01-01";
const last = "9999-12-31";

/** Whether it is a date: `2026-02-29` is none. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && text >= first && isoOf(Date.parse(text)) === text;
}

/** The date so many days later, or the first or last that there is. */
export function addDays(iso: string, days: number): string {
  const time = Date.parse(iso) + days * dayMs;
  return isoOf(Math.min(Math.max(time, Date.parse(first)), Date.parse(last)));
}

/** The same day so many months later, or the last day of a month that is shorter. */
export function addMonths(iso: string, months: number): string {
  const month = Math.min(Math.max(+iso.slice(0, 4) * 12 + +iso.slice(5, 7) - 1 + months, 12), 119_999);
  const start = `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}-`;
  let day = +iso.slice(8);
  while (!isIsoDate(start + pad(day, 2))) day--;
  return start + pad(day, 2);
}

/** 0 for a day of the week that weeks start with (`firstDay`, 1: Monday, to 7: Sunday), 6 for their last. */
export function columnOf(iso: string, firstDay: number): number {
  return (new Date(iso).getUTCDay() + 7 - firstDay) % 7;
}

/** `min` or `max` where it is outside of them. */
export function clampDate(iso: string, min: string | undefined, max: string | undefined): string {
  return min && iso < min ? min : max && iso > max ? max : iso;
}

/** Today where the clock hangs. */
export function today(): string {
  const now = new Date();
  return isoOf(+now - now.getTimezoneOffset() * 60_000);
}

export function pad(number: number | string, length: number): string {
  return `${number}`.padStart(length, "0");
}

function isoOf(time: number): string {
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}
