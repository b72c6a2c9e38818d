import { test } from "vitest";
import { engineUrl, memoryEngine, pgliteEngine, postgresEngine, type StoreEngine } from "./engines.ts";
import { faultyRun } from "./faults-model.ts";

const runs = 1_000;
const half = 1_800_000;

test(
  "in memory, 1,000 seeded runs with crashes, stalls, duplicates and leaps of the clock lose and repeat nothing",
  async () => {
    for (let seed = 0; seed < runs; seed++) await faultyRun(memoryEngine(), seed, 300);
  },
  half,
);

/** Every run has a queue of its own, but the clock is the engine's: runs at the same time need several engines. */
async function faultyRuns(make: () => StoreEngine, engines: number): Promise<void> {
  await Promise.all(
    Array.from({ length: engines }, async (_, first) => {
      const engine = make();
      await engine.open();
      for (let seed = first; seed < runs; seed += engines) await faultyRun(engine, seed, 150);
      await engine.close();
    }),
  );
}

test("on PGlite, 1,000 such runs", () => faultyRuns(pgliteEngine, 1), half);

const url = engineUrl("DATABASE_URL");
test.skipIf(url === undefined)(
  "on Postgres, 1,000 such runs (DATABASE_URL)",
  () => faultyRuns(() => postgresEngine(url!), 4),
  half,
);
