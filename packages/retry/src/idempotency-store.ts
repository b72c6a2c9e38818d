/** What a store answers when a key is begun. Stored values are JSON text. */
export type Begun =
  | { readonly state: "begun" }
  | { readonly state: "running"; readonly hash: string }
  | { readonly state: "done"; readonly hash: string; readonly value: string };

/**
 * Where idempotency keys live. The clock is the store's own. A key that is running is held by a token until its lease
 * passes; a key that is done is remembered until its time to live passes.
 */
export interface IdempotencyStore<Tx = unknown> {
  /** Takes the key when it is free, forgotten, or left behind by a holder of the same hash; else says how it stands. */
  begin(key: string, hash: string, token: string, leaseMs: number, ttlMs: number): Promise<Begun>;
  /** Lengthens the lease; `false` when the token no longer holds the key. */
  renew(key: string, token: string, leaseMs: number): Promise<boolean>;
  /** Stores the value; `false` when the token no longer holds the key. */
  complete(key: string, token: string, value: string, ttlMs: number, tx?: Tx): Promise<boolean>;
  /** Gives the key back, as if it had never been begun. */
  release(key: string, token: string): Promise<void>;
  /** Deletes what is past its time; gives the number of keys. */
  purge(): Promise<number>;
}
