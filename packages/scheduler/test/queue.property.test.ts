import { binaryHeap, createQueue, type Entry, type Policy, perKey } from "@groundwork/scheduler";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Ranks a task by the number that it carries. */
const byNumber = (heap: boolean): Policy<null> => ({
  name: "by-number",
  init: () => null,
  onEnqueue: ({ priority }) => priority!,
  ...(heap && { heap: binaryHeap }),
});

interface Model {
  entry: Entry<number>;
  rank: number;
  sequence: number;
  readyAt: number;
  key: string | undefined;
}

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      rank: fc.integer({ min: -3, max: 12 }),
      delayMs: fc.constantFrom(0, 0, 0, 3, 10),
      key: fc.constantFrom(undefined, undefined, "__proto__", "k"),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("take" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), pick: fc.nat(1_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("settle" as const), pick: fc.nat(1_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("requeue" as const),
      pick: fc.nat(1_000),
      delayMs: fc.constantFrom(0, 0, 5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("tick" as const), ms: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("policy" as const) }) },
);

for (const heap of [true, false]) {
  test(`a queue ${heap ? "with" : "without"} a heap does what a list that is sorted every time does`, () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 250 }), (commands) => {
        let now = 0;
        let sequence = 0;
        let flip = 1;
        const queue = createQueue<number>({ policy: byNumber(heap), keyLimit: perKey(1), clock: () => now });
        let waiting: Model[] = [];
        let running: Model[] = [];
        for (const step of commands) {
          if (step.do === "add") {
            const { rank, delayMs, key } = step;
            const entry = queue.enqueue({ data: rank, priority: rank, delayMs, ...(key !== undefined && { key }) });
            waiting.push({ entry, rank: rank * flip, sequence: ++sequence, readyAt: now + delayMs, key });
          } else if (step.do === "take") {
            const [first] = waiting
              .filter(
                ({ readyAt, key }) =>
                  readyAt <= now && (key === undefined || running.every((other) => other.key !== key)),
              )
              .sort((a, b) => a.rank - b.rank || a.sequence - b.sequence);
            expect(queue.dequeue()).toBe(first?.entry);
            waiting = waiting.filter((item) => item !== first);
            if (first) running.push(first);
          } else if (step.do === "cancel") {
            const all = [...waiting, ...running];
            const item = all[step.pick % all.length];
            if (item) expect(queue.cancel(item.entry)).toBe(waiting.includes(item));
            waiting = waiting.filter((other) => other !== item);
          } else if (step.do === "tick") {
            now += step.ms;
          } else if (step.do === "policy") {
            flip = -flip;
            const { onEnqueue } = byNumber(heap);
            const sign = flip;
            queue.setPolicy({ ...byNumber(heap), onEnqueue: (task, at) => sign * onEnqueue(task, at, null) });
            for (const item of [...waiting, ...running]) item.rank = -item.rank;
          } else {
            const item = running[step.pick % running.length];
            if (!item) continue;
            running = running.filter((other) => other !== item);
            if (step.do === "settle") queue.settle(item.entry, { status: "completed", runMs: 1 });
            else {
              queue.requeue(item.entry, { delayMs: step.delayMs });
              waiting.push({ ...item, readyAt: now + step.delayMs });
            }
          }
          expect(queue.size).toBe(waiting.length);
          const next = waiting.filter(({ readyAt }) => readyAt > now).map(({ readyAt }) => readyAt);
          if (next.length > 0 && queue.nextAt()! > now) expect(queue.nextAt()).toBe(Math.min(...next));
        }
        const rest = waiting.sort((a, b) => a.rank - b.rank || a.sequence - b.sequence);
        expect(queue.waiting()).toEqual(rest.map(({ entry }) => entry));
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  test(`100,000 cancellations ${heap ? "with" : "without"} a heap leave the rest in order`, () => {
    const queue = createQueue<number>({ policy: byNumber(heap), clock: () => 0 });
    const random = generator(9);
    const entries = Array.from({ length: 100_000 }, (_, i) =>
      queue.enqueue({ data: i, priority: heap ? random() : i }),
    );
    const cancelled = entries.filter((entry) => entry.task.data % 100 !== 0 && queue.cancel(entry));
    expect(cancelled).toHaveLength(99_000);
    expect(queue.size).toBe(1_000);
    const rest = Array.from({ length: 1_000 }, () => queue.dequeue()!.task.priority!);
    expect(rest).toEqual([...rest].sort((a, b) => a - b));
    expect(queue.dequeue()).toBeUndefined();
  });
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
