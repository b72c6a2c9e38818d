import { describe, it } from "vitest";
import { askTown, snapInTown } from "./road-model.ts";

// The seeded sample of roads.long.test.ts.
describe("on generated towns", () => {
  it("every method answers as Dijkstra does, with closures, reopened, and with another metric", () => {
    askTown(30, 1, 60);
    for (let seed = 2; seed <= 6; seed++) askTown(3 * seed, seed, 20);
  });

  it("the nearest node and edge are those that a look at each gives", () => {
    snapInTown(40, 1, 100);
  });
});
