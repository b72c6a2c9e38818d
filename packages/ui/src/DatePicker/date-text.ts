import { isIsoDate, pad } from "./iso-date.ts";

export interface DateText {
  /** `2026-11-24` → `24/11/2026` in British English; `""` → `""`. */
  format: (iso: string) => string;
  /** What was typed as an ISO date, `""` if it is none; `today` settles the century of a year of two digits. */
  parse: (text: string, today: string) => string;
  /** A formatter of the same calendar, in UTC. */
  formatter: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat;
}

/**
 * Dates as they are written in a language: its order, separators and digits, all from `Intl`.
 *
 * It reads three numbers in the language's order with anything between, eight digits in a row, and ISO dates. Years are
 * of the Gregorian calendar, or of the Buddhist one where the language has that; months are always Gregorian.
 */
export function dateText(locale: string | undefined): DateText {
  const buddhist = new Intl.DateTimeFormat(locale).resolvedOptions().calendar === "buddhist";
  const calendar = buddhist ? "buddhist" : "gregory";
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, calendar, timeZone: "UTC" });
  // Years are counted below: before 1583 `Intl` has the Buddhist calendar days off.
  const numeric = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "gregory",
    timeZone: "UTC",
  });
  const years = new Intl.NumberFormat(locale, { useGrouping: false, minimumIntegerDigits: 4 });
  const offset = buddhist ? 543 : 0;
  const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)].reverse();
  const order: string[] = numeric.formatToParts(0).flatMap(({ type }) => (/year|month|day/.test(type) ? type : []));
  const row = RegExp(`^${order.map((type) => (type === "year" ? "(\\d{4})" : "(\\d\\d)")).join("")}$`);

  return {
    formatter,
    format: (iso) =>
      iso &&
      numeric
        .formatToParts(Date.parse(iso))
        .map(({ type, value }) => (type === "year" ? years.format(+iso.slice(0, 4) + offset) : value))
        .join(""),
    parse(text, today) {
      const plain = text.trim().replace(/\p{Nd}/gu, (digit) => {
        const value = digits.indexOf(digit);
        return value < 0 ? digit : `${value}`;
      });
      const numbers = row.exec(plain)?.slice(1) ?? plain.match(/\d+/g) ?? [];
      const names = numbers[0]?.length === 4 ? ["year", "month", "day"] : order;
      const part = (name: string) => numbers[names.indexOf(name)]!;
      if (numbers.length !== 3 || !/^(..|.{4,5})$/.test(part("year"))) return "";
      let year = +part("year") - (names === order ? offset : 0);
      if (part("year").length === 2) {
        // From 80 years ago to 19 years ahead.
        const start = +today.slice(0, 4) - 80;
        year = start + ((((year - start) % 100) + 100) % 100);
      }
      const iso = `${pad(year, 4)}-${pad(part("month"), 2)}-${pad(part("day"), 2)}`;
      return isIsoDate(iso) ? iso : "";
    },
  };
}
