import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createPool, createQueue, fifo, type Policy, priority, type Task, weightedFair } from "@groundwork/scheduler";
import fastq from "fastq";
import PQueue from "p-queue";
import { ratio, rounds, timed } from "./rounds.ts";

const count = 100_000;
const at = 16;
const noop = async (): Promise<void> => {};

/** A pool against fastq's promise form and p-queue, each as its documentation advises. */
export async function memory(): Promise<void> {
  const plain = await rounds(
    `${count.toLocaleString("en")} no-op tasks, ${at} at once, each with its promise`,
    count,
    9,
    {
      "pool, fifo": () => pooled(fifo(), () => ({})),
      "pool, weightedFair, 8 tenants": () => pooled(weightedFair(), (i) => ({ tenant: `t${i % 8}` })),
      "fastq.promise": () =>
        timed(() => {
          const queue = fastq.promise(noop, at);
          return Promise.all(Array.from({ length: count }, (_, i) => queue.push(i)));
        }),
      "p-queue": () =>
        timed(() => {
          const queue = new PQueue({ concurrency: at });
          return Promise.all(Array.from({ length: count }, () => queue.add(noop)));
        }),
    },
  );
  ratio("fifo over fastq.promise", plain["pool, fifo"]! / plain["fastq.promise"]!, "≥ 1");
  ratio("fifo over p-queue", plain["pool, fifo"]! / plain["p-queue"]!, "≥ 1.5");
  ratio("weightedFair over fifo", plain["pool, weightedFair, 8 tenants"]! / plain["pool, fifo"]!, "none");

  const levels = Array.from({ length: count }, (_, i) => (i * 7_919) % 1_000_003);
  const ranked = await rounds(`${count.toLocaleString("en")} tasks of a million priorities`, count, 3, {
    "pool, priority": () => pooled(priority(), (i) => ({ priority: levels[i]! })),
    "p-queue, priority": () =>
      timed(() => {
        const queue = new PQueue({ concurrency: at });
        return Promise.all(levels.map((level) => queue.add(noop, { priority: level })));
      }),
  });
  ratio("priority over p-queue", ranked["pool, priority"]! / ranked["p-queue, priority"]!, "≥ 4");

  console.log("\nHeap a queued task, with its promise");
  const [ours, theirs] = [
    bytes(() => {
      const pool = createPool({ queue: createQueue<number>({ policy: fifo() }), run: noop });
      pool.pause();
      return [pool, Array.from({ length: count }, (_, i) => pool.add({ data: i }).done)];
    }),
    bytes(() => {
      const queue = new PQueue({ concurrency: at, autoStart: false });
      return [queue, Array.from({ length: count }, () => queue.add(noop))];
    }),
  ];
  console.log(`  pool ${ours} bytes, p-queue ${theirs} bytes`);
  ratio("pool over p-queue", ours / theirs, "≤ 0.75");

  for (const policy of [fifo(), priority()]) {
    const pool = createPool({ queue: createQueue<number>({ policy }), run: noop });
    pool.pause();
    const handles = levels.map((level, i) => pool.add({ data: i, priority: level }));
    const ms = await timed(() => {
      for (const handle of handles) handle.cancel();
    });
    console.log(`\n${count.toLocaleString("en")} cancellations, ${policy.name}: ${Math.round(ms)} ms (aim: < 1,000)`);
  }
}

function pooled(policy: Policy, fields: (i: number) => Omit<Task, "data">): Promise<number> {
  return timed(() => {
    const pool = createPool({ queue: createQueue<number>({ policy }), run: noop, concurrency: at });
    return Promise.all(Array.from({ length: count }, (_, i) => pool.add({ data: i, ...fields(i) }).done));
  });
}

function bytes(fill: () => unknown): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = fill();
  collect();
  const after = process.memoryUsage().heapUsed;
  if (kept === undefined) throw new Error("Nothing was kept.");
  return Math.round((after - before) / count);
}
