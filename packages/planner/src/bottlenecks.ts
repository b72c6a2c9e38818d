import { stronglyConnectedComponents, transitiveClosure } from "@groundwork/graph";
import type { Catalogue } from "./catalogue.ts";
import { courseIndex } from "./course-index.ts";
import { requirementGraph } from "./requirement-graph.ts";

/** How much hangs on a course, in the measures of curricular analytics. */
export interface Bottleneck {
  readonly id: string;
  /** Blocking factor: how many courses cannot be reached before it, directly or through others. */
  readonly blocking: number;
  /** Delay factor: how many courses stand on the longest chain through it. */
  readonly delay: number;
  /** Structural complexity, the sum of both. */
  readonly complexity: number;
}

/**
 * Every course with its blocking and delay factor, the most complex first, then by id.
 *
 * Every branch of every rule counts as a chain, corequisites too; give the courses of a degree as `courses` for the
 * figures of that degree. Courses on a cycle block one another and count as one link of a chain. Heileman,
 * Abdallah, Slim and Hickman, Curricular Analytics, arXiv:1811.09676 (2018). O(V E / 32) time, V² / 8 bytes.
 *
 * @throws CatalogueError when `courses` names a course that the catalogue does not have.
 * @example
 * const catalogue = createCatalogue([
 *   { id: "A" },
 *   { id: "B", requires: "A" },
 *   { id: "C", requires: "B" },
 * ]);
 * bottlenecks(catalogue)[0]; // => { id: "A", blocking: 2, delay: 3, complexity: 5 }
 */
export function bottlenecks(
  catalogue: Catalogue,
  options: { readonly courses?: Iterable<string> | undefined } = {},
): Bottleneck[] {
  const only = options.courses && [...new Set(options.courses)].map((id) => courseIndex(catalogue, id));
  const graph = requirementGraph(catalogue.courses, only);
  const { rows, rowOf, rowWords } = transitiveClosure(graph);
  const { count, componentOf, offsets, nodes } = stronglyConnectedComponents(graph);
  // Components are numbered in topological order: longest chains that end, and that begin, with each of them.
  const ending = new Uint32Array(count).fill(1);
  const beginning = new Uint32Array(count).fill(1);
  const blocked = new Uint32Array(count);
  for (let component = 0; component < count; component++) {
    forEachNext(component, (next) => {
      ending[next] = Math.max(ending[next]!, ending[component]! + 1);
    });
  }
  for (let component = count - 1; component >= 0; component--) {
    forEachNext(component, (next) => {
      beginning[component] = Math.max(beginning[component]!, beginning[next]! + 1);
    });
    const row = rowOf[nodes[offsets[component]!]!]! * rowWords;
    for (let word = row; word < row + rowWords; word++) {
      blocked[component]! += bitCount(rows[word]!);
    }
  }
  const list = Array.from(componentOf, (component, node): Bottleneck => {
    const inCycle = offsets[component + 1]! - offsets[component]! > 1 || loops(node);
    const blocking = blocked[component]! - (inCycle ? 1 : 0);
    const delay = ending[component]! + beginning[component]! - 1;
    return { id: catalogue.courses[only ? only[node]! : node]!.id, blocking, delay, complexity: blocking + delay };
  });
  return list.sort((a, b) => b.complexity - a.complexity || (a.id < b.id ? -1 : 1));

  function forEachNext(component: number, visit: (next: number) => void): void {
    for (let place = offsets[component]!; place < offsets[component + 1]!; place++) {
      const node = nodes[place]!;
      for (let arc = graph.offsets[node]!; arc < graph.offsets[node + 1]!; arc++) {
        const next = componentOf[graph.targets[arc]!]!;
        if (next !== component) {
          visit(next);
        }
      }
    }
  }

  function loops(node: number): boolean {
    return graph.targets.subarray(graph.offsets[node]!, graph.offsets[node + 1]!).includes(node);
  }
}

function bitCount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
