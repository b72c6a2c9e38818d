/** An attempt took longer than `timeoutMs`; its signal was aborted with this error. */
export class AttemptTimeout extends Error {
  override readonly name = "AttemptTimeout";
  readonly code = "ATTEMPT_TIMEOUT";
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super(`Timed out after ${timeoutMs} ms.`);
    this.timeoutMs = timeoutMs;
  }
}

/** The key was used before for another request. */
export class IdempotencyConflict extends Error {
  override readonly name = "IdempotencyConflict";
  readonly code = "IDEMPOTENCY_CONFLICT";
  readonly key: string;

  constructor(key: string) {
    super(`The idempotency key ${JSON.stringify(key)} was used for another request; use a new key.`);
    this.key = key;
  }
}

/** The same request is still running elsewhere, and was for as long as the caller would wait. */
export class IdempotencyBusy extends Error {
  override readonly name = "IdempotencyBusy";
  readonly code = "IDEMPOTENCY_BUSY";
  readonly key: string;
  readonly waitedMs: number;

  constructor(key: string, waitedMs: number) {
    super(`The request of key ${JSON.stringify(key)} is still running after ${waitedMs} ms; ask again later.`);
    this.key = key;
    this.waitedMs = waitedMs;
  }
}

/** The holder of a key was away for longer than its lease, and the key is somebody else's now. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
  readonly code = "LEASE_LOST";
  readonly key: string;

  constructor(key: string) {
    super(`The lease of key ${JSON.stringify(key)} passed while its work was running.`);
    this.key = key;
  }
}
