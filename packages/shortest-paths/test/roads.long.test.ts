import { describe, it } from "vitest";
import { askTown, snapInTown } from "./road-model.ts";

const half = 1_800_000;

describe("on generated towns, for long", () => {
  it(
    "300 small towns, 12,000 pairs: every method answers as Dijkstra does",
    () => {
      for (let seed = 100; seed < 400; seed++) askTown(5 + (seed % 20), seed, 40);
    },
    half,
  );

  it(
    "two cities of 22,500 crossings, 2,000 pairs each",
    () => {
      for (const seed of [8, 9]) askTown(150, seed, 2_000);
    },
    half,
  );

  it(
    "the nearest node and edge in twenty towns",
    () => {
      for (let seed = 1; seed <= 20; seed++) snapInTown(10 + 7 * seed, seed, 100);
    },
    half,
  );
});
