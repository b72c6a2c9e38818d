/** One failed attempt in the history of a dead letter; plain JSON. */
export interface Failure {
  /** 1 for the first call. */
  readonly attempt: number;
  /** When it failed, in milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
}

/** Work that was given up, kept with everything that is needed to understand it and to try it again. */
export interface DeadLetter {
  /** The id that the work had when it was alive; it keeps it through every redrive. */
  readonly id: string;
  /** Where it came from: a queue, a topic, a job name. */
  readonly source: string;
  /** The work itself; plain JSON. */
  readonly payload: unknown;
  /** What belongs to it but is not the work, such as a trace context; plain JSON. */
  readonly trace: unknown;
  /** Every failed attempt, oldest first, over all its lives. */
  readonly history: readonly Failure[];
  /** How often a redrive of it was begun. */
  readonly redrives: number;
  /** `redriving`: somebody is delivering it just now. `redriven`: it was delivered, and has not come back. */
  readonly state: "dead" | "redriving" | "redriven";
  /** Grows in the order of first arrival; pages of {@link DeadLetterStore.list} continue after it. */
  readonly position: number;
}

/** What is put into a store: the letter without what the store keeps itself. */
export type NewDeadLetter = Pick<DeadLetter, "id" | "source" | "payload" | "trace" | "history">;

/** Which letters to list: those after a position, in order, at most `limit`. */
export interface DeadLetterQuery {
  source: string | undefined;
  state: DeadLetter["state"] | undefined;
  after: number;
  limit: number;
}

/** Why a letter could not be claimed. */
export type Refusal = "missing" | "busy" | "exhausted" | "redriven";

/**
 * Where dead letters live. The clock is the store's own, so that a lease means the same to everybody who sees it. A
 * claim whose lease has passed counts as never made, except that its redrive stays counted.
 */
export interface DeadLetterStore<Tx = unknown> {
  /** Inserts, or, under an id that is known, appends the history and makes the letter dead again. */
  put(letter: NewDeadLetter, tx?: Tx): Promise<DeadLetter>;
  get(id: string): Promise<DeadLetter | undefined>;
  list(query: DeadLetterQuery): Promise<DeadLetter[]>;
  /** Makes a dead letter `redriving` and counts the redrive; of many at once, one succeeds. */
  claim(id: string, token: string, leaseMs: number, maxRedrives: number): Promise<DeadLetter | Refusal>;
  /** Ends a claim: `redriven`, or with a failure dead again. `false` when the token no longer holds the claim. */
  settle(id: string, token: string, failure: Failure | undefined): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}
