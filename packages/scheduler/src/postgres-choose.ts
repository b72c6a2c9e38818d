import type { TaskRow } from "./postgres-rows.ts";
import * as statements from "./postgres-statements.ts";
import { queryAgain } from "./sql-session.ts";
import type { Sql } from "./store.ts";
import type { RankedTask } from "./task.ts";

/** A waiting task that is to be claimed: its id, its rank as a number or its text, and what a policy may read. */
export type Chosen = readonly [id: string, rank: number | string, task: RankedTask];

/** The first waiting tasks of a queue whose keys have places free, in order of rank. */
export async function chooseByKey(sql: Sql, queue: string, limit: number, keyLimit: number): Promise<Chosen[]> {
  type KeyCount = { key: string; running: number };
  const counts = await queryAgain<KeyCount>(sql, statements.countRunningKeys, [queue]);
  const running = new Map(counts.map(({ key, running: count }) => [key, count]));
  const pageSize = Math.max(256, limit * 2);
  const chosen: Chosen[] = [];
  let [rank, sequence] = [Number.NEGATIVE_INFINITY, "0"];
  for (;;) {
    const page = await queryAgain<TaskRow>(sql, statements.readWaiting, [queue, rank, sequence, pageSize]);
    for (const row of page) {
      const count = row.key === null ? 0 : (running.get(row.key) ?? 0);
      if (count >= keyLimit) continue;
      if (row.key !== null) running.set(row.key, count + 1);
      if (chosen.push([row.id, row.rank, JSON.parse(row.task) as RankedTask]) === limit) return chosen;
    }
    if (page.length < pageSize) return chosen;
    ({ rank, sequence } = page.at(-1)!);
  }
}
