import { type Graph, reverseGraph } from "@groundwork/graph";
import { checkBound } from "./check-bound.ts";
import { checkNode } from "./fail.ts";
import { type Route, trace } from "./route.ts";
import { endSearch, type Heuristic, relax, type SearchOptions, settle, startSearch } from "./search.ts";

/** Two searches towards one another, from the source along the arcs and from the target against them. */
export function searchBothWays(
  graph: Graph,
  source: number,
  target: number,
  options: SearchOptions,
  heuristic?: Heuristic,
): Route | undefined {
  const { weight, allow, onSettle, space } = options;
  const forward = startSearch(
    graph,
    options,
    source,
    heuristic && ((node) => checkBound(heuristic(node, target), node)),
  );
  checkNode(graph, target, "target");
  const reversed = space?.reversed ?? reverseGraph(graph);
  if (space) space.reversed = reversed;
  const turned: SearchOptions = {
    weight: weight && ((edge, to, from) => weight(edge, from, to)),
    allow: allow && ((edge, to, from) => allow(edge, from, to)),
    onSettle: onSettle && ((node) => onSettle(node, true)),
    space,
  };
  const backward = startSearch(
    reversed,
    turned,
    target,
    heuristic && ((node) => checkBound(heuristic(source, node), node)),
  );
  const a = forward.labels;
  const b = backward.labels;
  let best = source === target ? 0 : Number.POSITIVE_INFINITY;
  let meeting = source;
  const meet = (other: typeof a) => (node: number, distance: number) => {
    if (other.heap.places[node] === 0 || !(distance + other.distances[node]! < best)) return;
    best = forward.limit = backward.limit = distance + other.distances[node]!;
    meeting = node;
  };
  const onForward = meet(b);
  const onBackward = meet(a);
  while (a.heap.size > 0 && b.heap.size > 0) {
    const ahead = a.heap.keys[0]!;
    const behind = b.heap.keys[0]!;
    // With a heuristic a key bounds a whole way from source to target, without one only this side's part.
    if ((heuristic ? Math.max(ahead, behind) : ahead + behind) >= best) break;
    if (ahead <= behind) relax(forward, settle(forward), onForward);
    else relax(backward, settle(backward), onBackward);
  }
  let route: Route | undefined;
  if (best < Number.POSITIVE_INFINITY) {
    const there = trace(a, graph, meeting);
    const back = trace(b, reversed, meeting);
    let distance = a.distances[meeting]!;
    for (let at = meeting; at !== target; at = b.parents[at]!) {
      const arc = b.arcs[at]!;
      distance += weight ? weight(reversed.edgeIds[arc]!, at, b.parents[at]!) : reversed.weights[arc]!;
    }
    route = {
      nodes: there.nodes.concat(back.nodes.reverse().slice(1)),
      edges: there.edges.concat(back.edges.reverse()),
      distance,
      settled: forward.settled + backward.settled,
    };
  }
  endSearch(forward);
  endSearch(backward);
  return route;
}
