import { createDeadLetters, memoryDeadLetters } from "@groundwork/retry";
import { expect, it, vi } from "vitest";

it("an abort ends the pause between two redrives, however long, and leaves no timer", async () => {
  vi.useFakeTimers();
  const letters = createDeadLetters(memoryDeadLetters());
  for (const id of ["a", "b"]) await letters.add({ id, source: "s", payload: null });
  const controller = new AbortController();
  const redriving = letters.redriveAll(() => {}, { perSecond: 0.001, signal: controller.signal });
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(1);
  controller.abort();
  expect(await redriving).toEqual({ redriven: 1, failed: 0, skipped: 0 });
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
