import type { DeadLetter, DeadLetterStore } from "./dead-letter-store.ts";

/**
 * Dead letters in this process, for tests and for work that may be lost with it. Letters are copied as JSON on the way in
 * and on the way out. It takes no transaction.
 *
 * @example
 * const letters = createDeadLetters(memoryDeadLetters());
 * await letters.get("nothing"); // => undefined
 */
export function memoryDeadLetters(options: { now?: () => number } = {}): DeadLetterStore<never> {
  const { now = Date.now } = options;
  const entries = new Map<string, Entry>();
  let lastPosition = 0;

  function read({ letter, leaseUntil }: Entry): DeadLetter {
    const dropped = letter.state === "redriving" && leaseUntil <= now();
    return { ...copy(letter), state: dropped ? "dead" : letter.state };
  }

  return {
    async put(letter) {
      const known = entries.get(letter.id)?.letter;
      const history = [...(known?.history ?? []), ...letter.history];
      const { position, redrives } = known ?? { position: ++lastPosition, redrives: 0 };
      const entry: Entry = {
        letter: copy({ ...letter, history, position, redrives, state: "dead" as const }),
        token: "",
        leaseUntil: 0,
      };
      entries.set(letter.id, entry);
      return read(entry);
    },
    async get(id) {
      const entry = entries.get(id);
      return entry && read(entry);
    },
    async list({ source, state, after, limit }) {
      return Array.from(entries.values(), read)
        .filter((letter) => letter.position > after)
        .filter((letter) => source === undefined || letter.source === source)
        .filter((letter) => state === undefined || letter.state === state)
        .sort((a, b) => a.position - b.position)
        .slice(0, limit);
    },
    async claim(id, token, leaseMs, maxRedrives) {
      const entry = entries.get(id);
      if (!entry) return "missing";
      const { state, redrives } = read(entry);
      if (state !== "dead") return state === "redriving" ? "busy" : "redriven";
      if (redrives >= maxRedrives) return "exhausted";
      entry.letter = { ...entry.letter, state: "redriving", redrives: redrives + 1 };
      entry.token = token;
      entry.leaseUntil = now() + leaseMs;
      return read(entry);
    },
    async settle(id, token, failure) {
      const entry = entries.get(id);
      if (entry?.letter.state !== "redriving" || entry.token !== token) return false;
      const history = failure ? [...entry.letter.history, failure] : entry.letter.history;
      entry.letter = { ...entry.letter, history, state: failure ? "dead" : "redriven" };
      return true;
    },
    async remove(id) {
      return entries.delete(id);
    },
  };
}

interface Entry {
  letter: DeadLetter;
  token: string;
  leaseUntil: number;
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
