export type { Backoff, Jitter } from "./backoff.ts";
export { type ConstantOptions, constant } from "./constant.ts";
export { type Budget, type BudgetOptions, createBudget } from "./create-budget.ts";
export {
  createDeadLetters,
  type DeadLetterInput,
  type DeadLetters,
  type DeadLettersOptions,
  type Redrive,
  type RedriveAllOptions,
} from "./create-dead-letters.ts";
export {
  createIdempotency,
  type Idempotency,
  type IdempotencyOptions,
  type IdempotentContext,
} from "./create-idempotency.ts";
export type {
  DeadLetter,
  DeadLetterQuery,
  DeadLetterStore,
  Failure,
  NewDeadLetter,
  Refusal,
} from "./dead-letter-store.ts";
export { AttemptTimeout, IdempotencyBusy, IdempotencyConflict, LeaseLost } from "./errors.ts";
export { type ExponentialOptions, exponential } from "./exponential.ts";
export { fullJitter } from "./full-jitter.ts";
export { hashRequest } from "./hash-request.ts";
export type { Begun, IdempotencyStore } from "./idempotency-store.ts";
export { memoryDeadLetters } from "./memory-dead-letters.ts";
export { memoryIdempotency } from "./memory-idempotency.ts";
export type { AbortSignalLike, Signal, Timers } from "./platform.ts";
export { type AttemptContext, type FailedAttempt, type RetryOptions, retry } from "./retry.ts";
export { retryAfterMs } from "./retry-after-ms.ts";
