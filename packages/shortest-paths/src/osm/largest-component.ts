import { stronglyConnectedComponents } from "@groundwork/graph";
import type { Drawing } from "./draw-ways.ts";
import { graphOfDrawing } from "./graph-of-drawing.ts";

/** The part of a drawing whose nodes all reach one another, the largest; the first of several. */
export function largestComponent(drawing: Drawing): Drawing {
  const { count, componentOf, offsets } = stronglyConnectedComponents(graphOfDrawing(drawing));
  let largest = 0;
  const size = (component: number) => offsets[component + 1]! - offsets[component]!;
  for (let component = 1; component < count; component++) if (size(component) > size(largest)) largest = component;
  const numbers = new Map<number, number>();
  const nodes = drawing.nodes.filter((_, node) => {
    if (componentOf[node] !== largest) return false;
    numbers.set(node, numbers.size);
    return true;
  });
  const kept = drawing.edges.map(({ source, target }) => numbers.has(source) && numbers.has(target));
  const edges = drawing.edges
    .filter((_, edge) => kept[edge])
    .map((edge) => ({ ...edge, source: numbers.get(edge.source)!, target: numbers.get(edge.target)! }));
  return { nodes, edges, directions: drawing.directions.filter((_, edge) => kept[edge]) };
}
