import { test } from "vitest";
import { engineUrl, memoryEngine, postgresEngine } from "./engines.ts";
import { faultyRun } from "./faults-model.ts";

test("in memory, 50 seeded runs with crashes, stalls, duplicates and leaps of the clock lose and repeat nothing", async () => {
  for (let seed = 0; seed < 50; seed++) await faultyRun(memoryEngine(), seed, 150);
});

const url = engineUrl("DATABASE_URL");
test.skipIf(url === undefined)("on Postgres, 7 such runs (DATABASE_URL)", async () => {
  const engine = postgresEngine(url!);
  await engine.open();
  for (let seed = 0; seed < 7; seed++) await faultyRun(engine, seed, 80);
  await engine.close();
});
