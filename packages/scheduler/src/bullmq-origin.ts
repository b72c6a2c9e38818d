import type { Queue } from "bullmq";

/** The moment that buckets of deadlines are counted from: written down by the first store of the queue, read by all others. */
export async function deadlineOrigin(queue: Queue, bucketMs: number): Promise<number> {
  const client = await queue.backend.client;
  const redis = client as unknown as {
    setnx(key: string, value: string): Promise<number>;
    get(key: string): Promise<string>;
  };
  const key = queue.toKey("deadline-origin");
  // Some buckets are left for deadlines that had passed when the queue was made.
  await redis.setnx(key, String(Math.floor(Date.now() - 2 ** 17 * bucketMs)));
  return Number(await redis.get(key));
}
