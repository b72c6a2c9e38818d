import { settle } from "@groundwork/debts";
import { expect, test } from "vitest";
import { seeded, trip } from "../bench/trip.ts";

test("4,000 trips of 3 to 13 people are as short as all subsets allow", () => {
  for (let seed = 0; seed < 4000; seed++) {
    const values = trip(3 + (seed % 11), seeded(seed)).filter((value) => value !== 0);
    const sums = new Float64Array(2 ** values.length);
    const most = new Int8Array(sums.length);
    for (let set = 1; set < most.length; set++) {
      for (let i = 0; i < values.length; i++) {
        if ((set & (1 << i)) === 0) continue;
        sums[set] = sums[set ^ (1 << i)]! + values[i]!;
        most[set] = Math.max(most[set]!, most[set ^ (1 << i)]!);
      }
      if (sums[set] === 0) most[set]!++;
    }
    const plan = settle(values.map((value, i) => [`p${i}`, value] as const));
    expect(plan.optimal).toBe(true);
    expect(plan.transfers.length, `seed ${seed}`).toBe(values.length - most.at(-1)!);
  }
});
