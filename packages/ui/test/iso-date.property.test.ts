import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateText } from "../src/DatePicker/date-text.ts";
import { addDays, addMonths, columnOf, isIsoDate } from "../src/DatePicker/iso-date.ts";

/** Days in each month, counted without Date. */
function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const write = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const dates = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => write(year, month, Math.min(day, daysIn(year, month))));
const runs = { seed: 8, numRuns: 300 };

describe("dates as text", () => {
  it("knows which dates there are", () => {
    for (const year of [1, 4, 99, 100, 1582, 1900, 2000, 2023, 2024, 9999]) {
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const there = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
          expect(isIsoDate(write(year, month, day)), write(year, month, day)).toBe(there);
        }
      }
    }
    for (const text of ["", "0000-12-31", "2026-1-1", "+010000-01-01", "2026-11-24T00:00"])
      expect(isIsoDate(text)).toBe(false);
  });

  it("goes day by day through clock changes and leap days, in every time zone", () => {
    const zone = process.env.TZ;
    try {
      for (const name of ["UTC", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Pacific/Kiritimati"]) {
        process.env.TZ = name;
        let date = "2011-12-28";
        for (const year of [2011, 2012]) {
          for (let month = year === 2011 ? 12 : 1; month <= 12; month++) {
            for (let day = year === 2011 ? 28 : 1; day <= daysIn(year, month); day++) {
              expect(date).toBe(write(year, month, day));
              date = addDays(date, 1);
            }
          }
        }
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("stays within the years 0001 to 9999", () => {
    expect([addDays("0001-01-01", -1), addDays("9999-12-31", 7)]).toEqual(["0001-01-01", "9999-12-31"]);
    expect([addMonths("0001-02-28", -12), addMonths("9999-11-30", 12)]).toEqual(["0001-01-28", "9999-12-30"]);
  });

  it("goes to the same day of another month, or its last", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
    fc.assert(
      fc.property(dates, fc.integer({ min: -30, max: 30 }), (date, months) => {
        const to = addMonths(date, months);
        const index = (iso: string) => +iso.slice(0, 4) * 12 + +iso.slice(5, 7);
        const wanted = Math.min(Math.max(index(date) + months, 13), 9999 * 12 + 12);
        expect(index(to)).toBe(wanted);
        expect(+to.slice(8)).toBe(Math.min(+date.slice(8), daysIn(+to.slice(0, 4), +to.slice(5, 7))));
      }),
      runs,
    );
  });

  it("goes forth and back, and a week on to the same column", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 7 }), (date, days, firstDay) => {
        const later = addDays(date, days);
        fc.pre(later < "9999-12-20");
        expect(addDays(later, -days)).toBe(date);
        expect(columnOf(addDays(later, 7), firstDay)).toBe(columnOf(later, firstDay));
        expect(columnOf(addDays(later, 1), firstDay)).toBe((columnOf(later, firstDay) + 1) % 7);
      }),
      runs,
    );
    expect([1, 2, 3, 4, 5, 6, 7].map((firstDay) => columnOf("2026-11-24", firstDay))).toEqual([1, 0, 6, 5, 4, 3, 2]);
  });
});

describe("dates as people write them", () => {
  const locales =
    "en-US en-GB en-CA de fr-CA sv ja ko zh-TW hu bg lt ar-EG fa-IR th-TH hi-IN-u-nu-deva my he pt-BR fi".split(" ");

  it.each(locales)("reads what it writes: %s", (locale) => {
    const { format, parse } = dateText(locale);
    fc.assert(
      fc.property(dates, (date) => {
        expect(parse(format(date), "2026-11-24")).toBe(date);
      }),
      {
        ...runs,
        numRuns: 60,
        examples: [["0001-01-01"], ["0099-12-31"], ["1582-10-10"], ["2024-02-29"], ["9999-12-31"]],
      },
    );
  });

  it("reads the order of the language, any separator, eight digits and ISO dates", () => {
    const read = (locale: string, text: string) => dateText(locale).parse(text, "2026-11-24");
    expect(read("en-US", "2/3/2026")).toBe("2026-02-03");
    expect(read("en-GB", "2/3/2026")).toBe("2026-03-02");
    expect(read("de", " 2. 3. 2026 ")).toBe("2026-03-02");
    expect(read("ja", "2026-3-2")).toBe("2026-03-02");
    expect(read("en-GB", "02032026")).toBe("2026-03-02");
    expect(read("en-US", "02032026")).toBe("2026-02-03");
    expect(read("sv", "20260302")).toBe("2026-03-02");
    expect(read("en-US", "2026-03-02")).toBe("2026-03-02");
    expect(read("ar-EG", "٢/٣/٢٠٢٦")).toBe("2026-03-02");
    expect(read("th-TH", "2/3/2569")).toBe("2026-03-02");
    expect(read("th-TH", "2026-03-02")).toBe("2026-03-02");
  });

  it("gives a year of two digits the century that is nearest", () => {
    const read = (text: string) => dateText("en-GB").parse(text, "2026-11-24");
    expect(["1/2/26", "1/2/45", "1/2/46", "1/2/99"].map(read)).toEqual([
      "2026-02-01",
      "2045-02-01",
      "1946-02-01",
      "1999-02-01",
    ]);
    expect(dateText("th-TH").parse("1/2/69", "2026-11-24")).toBe("2026-02-01");
  });

  it("reads nothing from what is no date", () => {
    const read = (text: string) => dateText("en-GB").parse(text, "2026-11-24");
    for (const text of ["", "abc", "29/2/2026", "31/4/2026", "1/13/2026", "1/2/202", "1/2", "1/2/3/2026", "1/2/0000"])
      expect(read(text), text).toBe("");
  });
});
