import { createBudget } from "@groundwork/retry";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("createBudget", () => {
  it("begins with one second's worth, then allows a fifth of the calls and ten a second", () => {
    let ms = 0;
    const budget = createBudget({ now: () => ms });
    const spend = () => {
      let count = 0;
      while (budget.withdraw()) count++;
      return count;
    };
    expect(spend()).toBe(10);
    for (let call = 0; call < 1_000; call++) budget.deposit();
    expect(spend()).toBe(200);
    ms += 1_000;
    // Ten, less what faded within that second.
    expect(spend()).toBe(9);
  });

  it("lets credit fade, so that a good hour does not pay for a storm", () => {
    let ms = 0;
    const budget = createBudget({ perSecond: 0, now: () => ms });
    for (ms = 0; ms < 3_600_000; ms += 1) budget.deposit();
    // 200 a second held up over ten seconds.
    expect(budget.balance()).toBeCloseTo(2_000, -1);
    ms += 100_000;
    expect(budget.balance()).toBeLessThan(0.1);
  });

  it("rises to ten seconds of `perSecond` when idle, whatever the time", () => {
    let ms = 0;
    const budget = createBudget({ perSecond: 10, now: () => ms });
    ms = 1e15;
    expect(budget.balance()).toBe(100);
  });

  it("never allows more than its bound, over any course of calls, retries and steps of the clock", () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant("call" as const) },
      { weight: 8, arbitrary: fc.constant("retry" as const) },
      { weight: 2, arbitrary: fc.integer({ min: -500, max: 2_000 }) },
    );
    const options = fc.record({
      ratio: fc.double({ min: 0, max: 1, noNaN: true }),
      perSecond: fc.double({ min: 0, max: 20, noNaN: true }),
      fadeMs: fc.integer({ min: 1, max: 20_000 }),
    });
    fc.assert(
      fc.property(options, fc.array(step, { maxLength: 200 }), (given, steps) => {
        let ms = 0;
        let forwardMs = 0;
        let calls = 0;
        let retries = 0;
        const budget = createBudget({ ...given, now: () => ms });
        for (const step of steps) {
          if (step === "call") {
            calls++;
            budget.deposit();
          } else if (step === "retry") {
            retries += budget.withdraw() ? 1 : 0;
          } else {
            ms += step;
            forwardMs += Math.max(0, step);
            budget.balance();
          }
          expect(budget.balance()).toBeGreaterThanOrEqual(0);
          const bound = given.ratio * calls + given.perSecond * (1 + forwardMs / 1_000);
          expect(retries).toBeLessThanOrEqual(bound + 1e-6);
        }
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it("names what it refuses", () => {
    expect(() => createBudget({ ratio: -0.1 })).toThrow("Expected `ratio` to be a finite number ≥ 0, got -0.1.");
    expect(() => createBudget({ perSecond: Number.NaN })).toThrow(RangeError);
    expect(() => createBudget({ fadeMs: 0 })).toThrow(RangeError);
  });
});
