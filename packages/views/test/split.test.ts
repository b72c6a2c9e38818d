import { type Split, sharesOf } from "@groundwork/views";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const people = ["ada", "ben", "cem"];

describe("sharesOf", () => {
  const splits: Split[] = [
    { kind: "equal", participants: people },
    {
      kind: "percent",
      percents: [
        ["ada", "33.3"],
        ["ben", "33.3"],
        ["cem", "33.4"],
      ],
    },
    {
      kind: "shares",
      shares: [
        ["ada", "1"],
        ["ben", "2.5"],
        ["cem", "3"],
      ],
    },
    {
      kind: "adjustments",
      adjustments: [
        ["ada", 5],
        ["ben", 0],
        ["cem", 0],
      ],
    },
  ];

  it("gives shares that sum to the amount, for every kind", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1e9 }), fc.constantFrom(...splits), fc.string(), (amount, split, key) => {
        const shares = sharesOf(amount, split, key);
        expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(amount);
      }),
      { seed: 6 },
    );
  });

  it("gives exact amounts and items as they stand", () => {
    expect(
      sharesOf(30, {
        kind: "exact",
        amounts: [
          ["ada", 10],
          ["ben", 20],
        ],
      }),
    ).toEqual(
      new Map([
        ["ada", 10],
        ["ben", 20],
      ]),
    );
    const items: Split = {
      kind: "items",
      items: [
        { amount: 20, sharedBy: ["ada"] },
        { amount: 20, sharedBy: people },
      ],
      tip: 4,
    };
    const shares = sharesOf(44, items);
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(44);
    expect(shares.get("ada")).toBeGreaterThan(shares.get("ben")!);
  });

  it("says by how much exact amounts miss", () => {
    expect(() =>
      sharesOf(30, {
        kind: "exact",
        amounts: [
          ["ada", 10],
          ["ben", 19],
        ],
      }),
    ).toThrow(expect.objectContaining({ expected: 30, got: 29, difference: 1 }));
  });
});
