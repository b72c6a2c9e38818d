import {
  CurrencyError,
  explainBalance,
  explainTransfers,
  type LedgerEntry,
  netBalances,
  pairwiseDebts,
  SplitError,
  settle,
  splitByShares,
  splitEqually,
} from "@groundwork/debts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const people = ["ann", "ben", "cem", "__proto__", "eve"];
const run = { seed: 990, numRuns: 300 };

/** Random expenses with one or several payers, refunds, and payments. */
const ledger: fc.Arbitrary<LedgerEntry<number>[]> = fc.array(
  fc.oneof(
    fc.record({
      id: fc.uuid(),
      paidBy: fc.constantFrom(...people),
      shares: fc.integer({ min: -500, max: 9000 }).map((total) => splitEqually(total, people.slice(0, 4))),
    }),
    fc.tuple(fc.nat(9000), fc.nat(9), fc.nat(9)).map(([total, a, b]) => ({
      amount: total,
      paidBy: splitByShares(total, [
        ["ben", a],
        ["eve", 10],
      ]),
      shares: [
        ...splitByShares(total, [
          ["ann", b],
          ["ben", 3],
          ["eve", 1],
        ]),
      ],
    })),
    fc.record({
      from: fc.constantFrom("ann", "ben"),
      to: fc.constantFrom("cem", "eve"),
      amount: fc.integer({ min: 1, max: 800 }),
    }),
  ),
  { maxLength: 12 },
);

describe("netBalances", () => {
  test("takes maps and entries, several payers, and payments", () => {
    expect(
      netBalances([
        {
          paidBy: new Map([
            ["ann", 60],
            ["ben", 40],
          ]),
          shares: [
            ["ann", 20],
            ["cem", 80],
          ],
        },
        { from: "cem", to: "ben", amount: 40 },
      ]),
    ).toEqual(
      new Map([
        ["ann", 40],
        ["ben", 0],
        ["cem", -40],
      ]),
    );
  });

  test("is empty for no entries, and keeps bigints", () => {
    expect(netBalances([])).toEqual(new Map());
    expect(netBalances([{ paidBy: "a", shares: [["b", 2n ** 70n]] }])).toEqual(
      new Map([
        ["a", 2n ** 70n],
        ["b", -(2n ** 70n)],
      ]),
    );
  });

  test("refuses shares or payments that do not add up, with the difference", () => {
    expect(() => netBalances([{ amount: 100, paidBy: "a", shares: [["b", 99]] }])).toThrow(
      expect.objectContaining({ name: "SplitError", code: "shares", expected: 100, got: 99, difference: 1 }),
    );
    expect(() => netBalances([{ paidBy: [["a", 101]], shares: [["b", 99]] }])).toThrow(
      expect.objectContaining({ code: "payers", expected: 99, got: 101, difference: -2 }),
    );
    expect(new SplitError("sum", "it", 1, 2, -1).message).toBe("Expected it to be 1, got 2 (difference -1).");
  });

  test("refuses an overflow rather than return a wrong cent", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const twice = [
      { paidBy: "a", shares: [["b", most]] as const },
      { paidBy: "a", shares: [["b", 1]] as const },
    ];
    expect(() => netBalances(twice)).toThrow(/bigint/);
  });

  test("never mixes currencies, nor numbers with bigints", () => {
    const euro = { paidBy: "a", shares: [["b", 1]] as const, currency: "EUR" };
    expect(() => netBalances([euro, { ...euro, currency: "USD" }])).toThrow(CurrencyError);
    expect(() => netBalances([euro, { ...euro, currency: undefined }])).toThrow(/EUR/);
    expect(() => netBalances<number | bigint>([euro, { paidBy: "a", shares: [["b", 1n]], currency: "EUR" }])).toThrow(
      TypeError,
    );
  });

  test("refuses an expense without shares, also after others", () => {
    expect(() =>
      netBalances([
        { paidBy: "a", shares: [["b", 1]] },
        { paidBy: "a", shares: [] },
      ]),
    ).toThrow(RangeError);
  });

  test("sums to 0, whatever the ledger", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        expect([...netBalances(entries).values()].reduce((a, b) => a + b, 0)).toBe(0);
      }),
      run,
    );
  });
});

describe("pairwiseDebts", () => {
  test("gives everybody the balance that netBalances gives them, one debt a pair at most", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const sums = new Map([...netBalances(entries).keys()].map((id) => [id, 0]));
        const pairs = new Set<string>();
        for (const { from, to, amount } of pairwiseDebts(entries)) {
          expect(amount).toBeGreaterThan(0);
          sums.set(from, sums.get(from)! - amount);
          sums.set(to, sums.get(to)! + amount);
          pairs.add([from, to].sort().join());
        }
        expect(sums).toEqual(netBalances(entries));
        expect(pairs.size).toBe(pairwiseDebts(entries).length);
      }),
      run,
    );
  });

  test("divides what each owes among several payers in proportion", () => {
    expect(
      pairwiseDebts([
        {
          paidBy: [
            ["ann", 75],
            ["ben", 25],
          ],
          shares: [
            ["cem", 40],
            ["dan", 60],
          ],
        },
      ]),
    ).toEqual([
      { from: "cem", to: "ann", amount: 30 },
      { from: "cem", to: "ben", amount: 10 },
      { from: "dan", to: "ann", amount: 45 },
      { from: "dan", to: "ben", amount: 15 },
    ]);
  });

  test("turns a debt round when more was paid back than owed", () => {
    expect(
      pairwiseDebts([
        { paidBy: "a", shares: [["b", 10]] },
        { from: "b", to: "a", amount: 15 },
      ]),
    ).toEqual([{ from: "a", to: "b", amount: 5 }]);
  });
});

describe("explainBalance", () => {
  test("lists exactly the entries of the person, and ends at their balance", () => {
    fc.assert(
      fc.property(ledger, fc.constantFrom(...people), (entries, person) => {
        const steps = explainBalance(entries, person);
        expect(steps.at(-1)?.balance ?? 0).toBe(netBalances(entries).get(person) ?? 0);
        let balance = 0;
        for (const step of steps) {
          balance += step.paid - step.owes;
          expect(step.balance).toBe(balance);
        }
        const part = (entry: LedgerEntry<number>): boolean =>
          "from" in entry
            ? entry.from === person || entry.to === person
            : new Map(entry.shares).has(person) ||
              (typeof entry.paidBy === "string" ? entry.paidBy === person : new Map(entry.paidBy).has(person));
        expect(steps.map((step) => step.entry)).toEqual(entries.filter(part));
      }),
      run,
    );
  });
});

describe("explainTransfers", () => {
  test("accounts for every unit of every transfer on both sides, within what the entries left open", () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const { transfers } = settle(netBalances(entries));
        const used = new Map<string, number>();
        for (const { from, to, amount, settles, repays } of explainTransfers(entries, transfers)) {
          for (const [id, parts] of [
            [from, settles],
            [to, repays],
          ] as const) {
            expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
            for (const part of parts) {
              expect(part.amount).toBeGreaterThan(0);
              const place = `${entries.indexOf(part.entry)} ${id}`;
              used.set(place, (used.get(place) ?? 0) + part.amount);
            }
          }
        }
        // Nobody settles more of an entry than it did to them.
        for (const [place, amount] of used) {
          const at = place.indexOf(" ");
          const { paid, owes } = explainBalance([entries[Number(place.slice(0, at))]!], place.slice(at + 1))[0]!;
          expect(amount).toBeLessThanOrEqual(Math.abs(paid - owes));
        }
      }),
      run,
    );
  });

  test("refuses a transfer beyond what is owed", () => {
    const entries = [{ paidBy: "a", shares: [["b", 10]] as const }];
    expect(() => explainTransfers(entries, [{ from: "b", to: "a", amount: 11 }])).toThrow(RangeError);
    expect(() => explainTransfers(entries, [{ from: "c", to: "a", amount: 1 }])).toThrow(/"c"/);
  });
});
