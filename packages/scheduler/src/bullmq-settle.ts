import { type Job, UnrecoverableError } from "bullmq";
import { type Envelope, lockLost } from "./bullmq-envelope.ts";
import { describeError, type FailedAttempt, type Settlement, type TaskState } from "./store.ts";

/** Renews the lock of a job; throws {@link lockLost} when it is another's, or gone. */
export async function holdJob<T>(job: Job<Envelope<T>>, token: string, leaseMs: number): Promise<void> {
  if ((await job.extendLock(token, leaseMs)) !== 1) throw lockLost();
}

/** Writes down how an attempt ended, and gives the state that follows. */
export async function settleJob<T>(
  job: Job<Envelope<T>>,
  token: string,
  settlement: Settlement<T>,
  leaseMs: number,
  maxAttempts: number,
): Promise<TaskState> {
  if (settlement.status === "completed") {
    await job.moveToCompleted((settlement.value ?? null) as never, token, false);
    return "completed";
  }
  const { claim, error, runMs, delayMs } = settlement;
  const failure = { attempt: claim.attempt, at: Date.now(), runMs, error: describeError(error) };
  if (delayMs === undefined || claim.attempt >= maxAttempts) {
    const dead = delayMs !== undefined && maxAttempts > 1;
    await buryJob(job, token, leaseMs, failure, dead);
    return dead ? "dead" : "failed";
  }
  await holdJob(job, token, leaseMs);
  await job.updateData({ ...job.data, history: [...job.data.history, failure] });
  if (delayMs > 0) await job.moveToDelayed(Date.now() + delayMs, token);
  else await job.moveToWait(token);
  return delayMs > 0 ? "delayed" : "waiting";
}

/** Ends a job as failed or dead. */
export async function buryJob<T>(
  job: Job<Envelope<T>>,
  token: string,
  leaseMs: number,
  failure: FailedAttempt,
  dead: boolean,
): Promise<void> {
  await holdJob(job, token, leaseMs);
  await job.updateData({ ...job.data, dead, history: [...job.data.history, failure] });
  await job.moveToFailed(new UnrecoverableError(failure.error.message), token, false);
}
