import type { Queue } from "bullmq";
import { type Envelope, jobId } from "./bullmq-envelope.ts";
import type { BullPriority } from "./bullmq-priority.ts";
import { checkFinite } from "./check.ts";
import { toJson } from "./store.ts";
import type { Task } from "./task.ts";

/** Adds tasks in one step, and says of each whether this call added it. */
export async function addJobs<T>(
  queue: Queue<Envelope<T>>,
  tasks: readonly Task<T>[],
  priority: BullPriority,
): Promise<{ id: string; added: boolean }[]> {
  const addedBy = crypto.randomUUID();
  const seen = new Set<string>();
  const jobs = tasks.map((task) => {
    const { delayMs = 0, data, key: _, id = crypto.randomUUID(), ...ranked } = task;
    checkFinite("delayMs", delayMs);
    if (data !== undefined) toJson(data, "the data of a task");
    const envelope: Envelope<T> = { id, data, ranked, addedBy, releases: 0, redrives: 0, history: [], dead: false };
    const opts = { jobId: jobId(id), priority: priority(ranked), delay: delayMs, attempts: 1 };
    const first = !seen.has(id);
    seen.add(id);
    return { first, named: task.id !== undefined, job: { name: "task", data: envelope, opts } };
  });
  await queue.addBulk(jobs.filter(({ first }) => first).map(({ job }) => job) as never);
  return Promise.all(
    jobs.map(async ({ first, named, job: { data, opts } }) => {
      // A job that is there already is left as it is, without a word: its mark says who added it. Of several at once, one did.
      const there = first && named ? await queue.getJob(opts.jobId) : undefined;
      return { id: data.id, added: first && (there === undefined || there.data.addedBy === addedBy) };
    }),
  );
}
