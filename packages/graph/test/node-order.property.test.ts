import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNodeOrder } from "../src/node-order.ts";

describe("createNodeOrder", () => {
  it("keeps the order of a plain list through any moves, and labels that rise along it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 6 }), fc.boolean())),
        (moves) => {
          const order = createNodeOrder();
          let list: number[] = [];
          for (let node = 0; node < 20; node++) {
            order.label.push(NaN);
            order.place(node, node % 3 === 0);
            list = node % 3 === 0 ? [node, ...list] : [...list, node];
          }
          for (const [pick, moved, behind] of moves) {
            const node = pick % 20;
            const set = moved.filter((each) => each !== node);
            if (set.length === 0) continue;
            const kept = list.filter((each) => !set.includes(each));
            const at = kept.indexOf(node) + (behind ? 1 : 0);
            list = [...kept.slice(0, at), ...list.filter((each) => set.includes(each)), ...kept.slice(at)];
            if (behind) order.moveAfter(node, set);
            else order.moveBefore(node, set);
            expect(order.all()).toEqual(list);
          }
          expect(list.every((node, i) => i === 0 || order.label[list[i - 1]!]! < order.label[node]!)).toBe(true);
        },
      ),
    );
  });

  it("finds room again and again at one spot, where labels run out after some thirty moves", () => {
    const order = createNodeOrder();
    const count = 5_000;
    for (let node = 0; node < count; node++) {
      order.label.push(NaN);
      order.place(node, false);
    }
    // Each goes right behind node 0, the last of them nearest.
    for (let node = 2; node < count; node++) order.moveAfter(0, [node]);
    const all = order.all();
    expect(all).toEqual([0, ...Array.from({ length: count - 2 }, (_, i) => count - 1 - i), 1]);
    expect(all.every((node, i) => i === 0 || order.label[all[i - 1]!]! < order.label[node]!)).toBe(true);
    expect(all.every((node) => Number.isSafeInteger(order.label[node]))).toBe(true);
    order.moveBefore(
      0,
      all.filter((node) => node > 10),
    );
    expect(order.all().slice(-11)).toEqual([0, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });
});
