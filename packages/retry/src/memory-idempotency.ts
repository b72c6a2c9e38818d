import type { IdempotencyStore } from "./idempotency-store.ts";

/**
 * Idempotency keys in this process, for tests and for servers of one process. It takes no transaction.
 *
 * @example
 * const idempotency = createIdempotency(memoryIdempotency());
 * await idempotency.run("order-1", { total: 5 }, () => "paid"); // => { value: "paid", replayed: false }
 */
export function memoryIdempotency(options: { now?: () => number } = {}): IdempotencyStore<never> {
  const { now = Date.now } = options;
  const entries = new Map<string, Entry>();

  const held = (key: string, token: string) => {
    const entry = entries.get(key);
    return entry?.value === undefined && entry?.token === token ? entry : undefined;
  };

  return {
    async begin(key, hash, token, leaseMs, ttlMs) {
      const entry = entries.get(key);
      if (entry && entry.expiresAt > now()) {
        if (entry.value !== undefined) return { state: "done", hash: entry.hash, value: entry.value };
        if (entry.leaseUntil > now() || entry.hash !== hash) return { state: "running", hash: entry.hash };
      }
      const expiresAt = now() + Math.max(ttlMs, leaseMs);
      entries.set(key, { hash, token, leaseUntil: now() + leaseMs, expiresAt, value: undefined });
      return { state: "begun" };
    },
    async renew(key, token, leaseMs) {
      const entry = held(key, token);
      if (!entry) return false;
      entry.leaseUntil = now() + leaseMs;
      entry.expiresAt = Math.max(entry.expiresAt, entry.leaseUntil);
      return true;
    },
    async complete(key, token, value, ttlMs) {
      const entry = held(key, token);
      if (!entry) return false;
      entry.value = value;
      entry.expiresAt = now() + ttlMs;
      return true;
    },
    async release(key, token) {
      if (held(key, token)) entries.delete(key);
    },
    async purge() {
      let count = 0;
      for (const [key, { expiresAt }] of entries) if (expiresAt <= now() && entries.delete(key)) count++;
      return count;
    },
  };
}

interface Entry {
  hash: string;
  token: string;
  leaseUntil: number;
  expiresAt: number;
  value: string | undefined;
}
