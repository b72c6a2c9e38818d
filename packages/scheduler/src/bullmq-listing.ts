import type { Queue } from "bullmq";
import { attemptOf, type Envelope, taskOf } from "./bullmq-envelope.ts";
import type { StoredTask, TaskState } from "./store.ts";

/** Tasks by state. */
export async function countJobs<T>(queue: Queue<Envelope<T>>): Promise<Record<TaskState, number>> {
  const counts = await queue.getJobCounts("wait", "prioritized", "delayed", "active", "completed");
  const { wait = 0, prioritized = 0, delayed = 0, active = 0, completed = 0 } = counts;
  const ended = await queue.getFailed();
  const dead = ended.filter(({ data }) => data.dead).length;
  const waiting = wait + prioritized;
  return { waiting, delayed, running: active, completed, failed: ended.length - dead, dead, cancelled: 0 };
}

/** Tasks of one state in order of arrival, after the task `after`. */
export async function listJobs<T>(
  queue: Queue<Envelope<T>>,
  options: { state: TaskState; limit?: number; after?: string },
): Promise<StoredTask<T>[]> {
  const { state, limit = 100, after } = options;
  const types = {
    waiting: ["wait", "prioritized"],
    delayed: ["delayed"],
    running: ["active"],
    completed: ["completed"],
    failed: ["failed"],
    dead: ["failed"],
    cancelled: [],
  } as const;
  if (types[state].length === 0) return [];
  const jobs = await queue.getJobs([...types[state]]);
  const matching = jobs.filter(({ data }) => (state === "dead" ? data.dead : state !== "failed" || !data.dead));
  matching.sort((a, b) => a.timestamp - b.timestamp);
  const from = after === undefined ? 0 : matching.findIndex(({ data }) => data.id === after) + 1;
  return matching.slice(from, from + limit).map((job) => {
    const { id, redrives, history } = job.data;
    const value = job.returnvalue == null ? {} : { value: job.returnvalue as unknown };
    return {
      id,
      state,
      task: taskOf(job),
      rank: job.priority,
      attempts: attemptOf(job),
      redrives,
      ...value,
      history,
    };
  });
}
