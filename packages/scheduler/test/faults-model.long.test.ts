import { fifo, type Policy, priority, shortestJobFirst, weightedFair } from "@groundwork/scheduler";
import { test } from "vitest";
import { engineUrl, memoryEngine, postgresEngine } from "./engines.ts";
import { faultyRun } from "./faults-model.ts";

const policies: (() => Policy)[] = [fifo, priority, shortestJobFirst, weightedFair];

test("in memory, 1,000 seeded runs with crashes, stalls, duplicates and leaps of the clock lose and repeat nothing", async () => {
  for (let seed = 0; seed < 1_000; seed++) await faultyRun(memoryEngine(), policies[seed % 4]!(), seed, 300);
}, 300_000);

const url = engineUrl("DATABASE_URL");
test.skipIf(url === undefined)(
  "on Postgres, 40 such runs (DATABASE_URL)",
  async () => {
    const engine = postgresEngine(url!);
    await engine.open();
    for (let seed = 0; seed < 40; seed++) await faultyRun(engine, policies[seed % 4]!(), seed, 150);
    await engine.close();
  },
  300_000,
);
