import { DOWN, type Hierarchy, UP } from "./hierarchy.ts";

/** The edges of the input under the arc between two ranks, in travelling order: `visit` gets each with its end. */
export function unpack(
  { offsets, heads, vias, weights }: Hierarchy,
  source: number,
  target: number,
  arc: number,
  visit: (edge: number, end: number, weight: number) => void,
): void {
  const stack = [source, target, arc];
  while (stack.length > 0) {
    const shortcut = stack.pop()!;
    const to = stack.pop()!;
    const from = stack.pop()!;
    const via = vias[shortcut]!;
    if (via < 0) visit(~via, to, weights[shortcut]!);
    else stack.push(via, to, arcAt(via, to, UP), from, via, arcAt(via, from, DOWN));
  }

  function arcAt(rank: number, head: number, flag: number): number {
    let at = offsets[rank]!;
    while (heads[at]! >>> 2 !== head || !(heads[at]! & flag)) at++;
    return at;
  }
}
