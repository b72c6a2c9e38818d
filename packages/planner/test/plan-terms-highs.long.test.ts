import { expect, test } from "vitest";
import { agreeWithHighs } from "./plan-terms-highs.ts";

test("planTerms agrees with an integer program on a thousand catalogues", async () => {
  const { planned, refuted } = await agreeWithHighs(Array.from({ length: 1000 }, (_, at) => at + 1001));
  expect(Math.min(planned, refuted)).toBeGreaterThan(300);
}, 1_800_000);
