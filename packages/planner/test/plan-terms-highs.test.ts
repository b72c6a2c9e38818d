import { expect, test } from "vitest";
import { agreeWithHighs } from "./plan-terms-highs.ts";

test("planTerms agrees with an integer program on catalogues of 12 to 24 courses, plans and conflicts alike", async () => {
  const { planned, refuted } = await agreeWithHighs(Array.from({ length: 40 }, (_, at) => at + 1));
  expect(Math.min(planned, refuted)).toBeGreaterThan(10);
});
