/**
 * npm run bench -w packages/retry
 *
 * The cost of a call that succeeds at once, bare and under `retry`, and of idempotent calls, new and repeated, in memory
 * and on PGlite. Microseconds a call, medians over rounds in which the ways take turns.
 */
import { cpus } from "node:os";
import { PGlite } from "@electric-sql/pglite";
import { createBudget, createIdempotency, memoryIdempotency, retry } from "@groundwork/retry";
import { idempotencyMigration, postgresIdempotency } from "@groundwork/retry/postgres";

const rounds = Number(process.env.ROUNDS ?? 9);
const database = await PGlite.create();
await database.exec(idempotencyMigration);
const memory = createIdempotency(memoryIdempotency());
const durable = createIdempotency(postgresIdempotency(database));
const budget = createBudget({ perSecond: 1e6 });
let keys = 0;

const work = async () => 1;
const ways: Record<string, { calls: number; call: () => Promise<unknown> }> = {
  bare: { calls: 20_000, call: work },
  retry: { calls: 20_000, call: () => retry(work) },
  "retry, time-out and budget": { calls: 20_000, call: () => retry(work, { timeoutMs: 1_000, budget }) },
  "idempotent in memory, new": { calls: 500, call: () => memory.run(`new-${keys++}`, { amount: 5 }, work) },
  "idempotent in memory, repeat": { calls: 500, call: () => memory.run("one", { amount: 5 }, work) },
  "idempotent on PGlite, new": { calls: 50, call: () => durable.run(`new-${keys++}`, { amount: 5 }, work) },
  "idempotent on PGlite, repeat": { calls: 50, call: () => durable.run("one", { amount: 5 }, work) },
};

console.log(`${cpus()[0]?.model} × ${cpus().length}, Node ${process.versions.node}, ${rounds} rounds`);
const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, { calls, call }] of Object.entries(ways)) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) await call();
    // The first round warms up.
    if (round > 0) times.get(name)?.push(((performance.now() - start) * 1_000) / calls);
  }
}
for (const [name, all] of times) {
  all.sort((a, b) => a - b);
  const [least, median, most] = [all[0]!, all[all.length >> 1]!, all.at(-1)!].map((time) => time.toFixed(2));
  console.log(`${name.padEnd(32)}${median} µs  (${least}-${most})`);
}
await database.close();
