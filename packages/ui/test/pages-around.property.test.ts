import fc from "fast-check";
import { expect, it } from "vitest";
import { pagesAround } from "../src/Pagination/pages-around.ts";

it("shows first, last and neighbours, every gap once and never for a single page", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (page, count) => {
      const shown = pagesAround(page, count);
      const pages = shown.filter((each) => each > 0);
      for (const wanted of [1, count, page - 1, page, page + 1]) {
        if (wanted >= 1 && wanted <= count) expect(pages).toContain(wanted);
      }
      expect(new Set(shown).size).toBe(shown.length);
      shown.forEach((each, i) => {
        if (i === 0) return;
        const before = shown[i - 1]!;
        if (each < 0) expect(shown[i + 1]! - before).toBeGreaterThan(2);
        else if (before > 0) expect(each).toBe(before + 1);
      });
      expect(shown.length).toBeLessThanOrEqual(9);
    }),
    { seed: 5 },
  );
  expect(pagesAround(1, 0)).toEqual([]);
});
