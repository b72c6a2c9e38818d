import { cpus } from "node:os";
import { settle } from "@groundwork/debts";
import { seeded, trip } from "./trip.ts";

/** Largest debtor pays largest creditor, until nothing is left: what most apps do. */
function largestFirst(values: readonly number[]): number {
  const left = values.filter((value) => value !== 0);
  let count = 0;
  while (left.length > 0) {
    left.sort((a, b) => a - b);
    const amount = Math.min(-left[0]!, left.at(-1)!);
    left[0]! += amount;
    left[left.length - 1]! -= amount;
    count++;
    for (let i = left.length - 1; i >= 0; i--) if (left[i] === 0) left.splice(i, 1);
  }
  return count;
}

function uniform(n: number, range: number, random: () => number): number[] {
  const values = Array.from({ length: n - 1 }, () => Math.floor(random() * (2 * range + 1)) - range);
  return [...values, -values.reduce((a, b) => a + b, 0)];
}

/** Few different amounts and no opposite ones: many ways to sum to zero, few of them compatible. */
function skewed(n: number, random: () => number): number[] {
  const a = 1 + Math.floor(random() * 40);
  const b = a + 1 + Math.floor(random() * 9);
  const values = Array.from({ length: n - 1 }, () =>
    random() < 0.5 ? a + Math.floor(random() * 3) * 100 : -(b + Math.floor(random() * 4) * 97),
  );
  return [...values, -values.reduce((sum, value) => sum + value, 0)];
}

type Case = readonly [
  name: string,
  runs: number,
  values: (random: () => number) => number[],
  factor?: bigint | undefined,
];
const cases: Case[] = [
  ...[12, 24, 40, 60].map((n): Case => [`trip of ${n}`, n > 40 ? 15 : 30, (random) => trip(n, random)]),
  ...[undefined, 2n ** 60n + 7n].flatMap((factor): Case[] => [
    ...[5, 30, 300, 1e6, 1e14].map(
      (range): Case => [`24 balances ±${range}`, 20, (random) => uniform(24, range, random), factor],
    ),
    ["24 skewed balances", 60, (random: () => number) => skewed(24, random), factor] as const,
  ]),
];

console.log(`${cpus()[0]?.model} × ${cpus().length}, Node ${process.version}`);
console.log("case | runs | proven | median ms | max ms | transfers | largest first | excess");
for (let i = 0; i < 20; i++) settle(trip(24, seeded(i)).map((value, at) => [`p${at}`, value]));
for (const [name, runs, make, factor] of cases) {
  const times: number[] = [];
  let proven = 0;
  let transfers = 0;
  let greedy = 0;
  for (let run = 0; run < runs; run++) {
    const values = make(seeded(run * 7919 + name.length));
    const start = performance.now();
    const plan = factor
      ? settle(values.map((value, i) => [`p${i}`, BigInt(value) * factor] as const))
      : settle(values.map((value, i) => [`p${i}`, value] as const));
    times.push(performance.now() - start);
    if (plan.optimal) proven++;
    transfers += plan.transfers.length;
    greedy += largestFirst(values);
  }
  times.sort((a, b) => a - b);
  const excess = `${((greedy / transfers - 1) * 100).toFixed(1)} %`;
  const row = [factor ? `${name}, bigint` : name, runs, proven, times[runs >> 1]!.toFixed(1), times.at(-1)!.toFixed(1)];
  console.log([...row, (transfers / runs).toFixed(2), (greedy / runs).toFixed(2), excess].join(" | "));
}
