import { check, checkFinitePositive } from "./check.ts";
import { binaryHeap } from "./heap.ts";
import type { Policy } from "./policy.ts";

/** Options of {@link multilevelFeedback}. */
export interface MultilevelFeedbackOptions {
  /** Number of levels, an integer from 2 to 32. Default 4. */
  levels?: number;
  /** Running time allowed on the top level; each further level allows twice as much. Default 10. */
  quantumMs?: number;
  /**
   * How often everything that waits is lifted above what arrives after: a task can be overtaken only by arrivals of the
   * same period, so nothing starves. Default 1,000.
   */
  boostMs?: number;
}

/**
 * Tasks start on the top level and sink as they use up running time: short ones finish early with no estimate given.
 *
 * A task that has run `quantumMs · (2^k − 1)` in all stands on level k. {@link simulate} with a
 * quantum puts it back after each slice; a queue whose tasks run to their end ranks by the `ranMs` they come with. The periodic boost of the textbook queue would re-rank
 * all that waits; ranking by period first gives the same freedom from starvation with ranks that stand still:
 * `⌊now / boostMs⌋ · levels + level`. Keeps no state.
 *
 * @throws RangeError when an option is out of range.
 * @example
 * const { onEnqueue, init } = multilevelFeedback({ quantumMs: 10, levels: 3 });
 * [0, 9, 10, 30, 500].map((ranMs) => onEnqueue({ ranMs }, 0, init())); // => [0, 0, 1, 2, 2]
 */
export function multilevelFeedback(options: MultilevelFeedbackOptions = {}): Policy<null> {
  const { levels = 4, quantumMs = 10, boostMs = 1_000 } = options;
  check(Number.isInteger(levels) && levels >= 2 && levels <= 32, "levels", "an integer from 2 to 32", levels);
  checkFinitePositive("quantumMs", quantumMs);
  checkFinitePositive("boostMs", boostMs);
  return {
    name: `multilevel-feedback:${levels},${quantumMs},${boostMs}`,
    heap: binaryHeap,
    init: () => null,
    onEnqueue({ ranMs = 0 }, now) {
      const level = Math.min(levels - 1, Math.floor(Math.log2(ranMs / quantumMs + 1)));
      return Math.floor(now / boostMs) * levels + level;
    },
  };
}
