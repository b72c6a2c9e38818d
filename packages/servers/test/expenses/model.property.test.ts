import { pairwiseDebts } from "@groundwork/debts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Method, type Person, type TestApp, testApp } from "../support/client.ts";
import { onEachEngine, type TestDatabase } from "../support/engines.ts";

const RUNS = process.env.GROUNDWORK_LONG === "1" ? 150 : 8;

/** One request of a random session; numbers pick among what exists, modulo how many there are. */
type Step =
  | { do: "add" | "change"; target: number; amount: number; payers: number[]; split: RawSplit; stale: boolean }
  | { do: "pay"; from: number; to: number; amount: number }
  | { do: "delete"; target: number; stale: boolean }
  | { do: "member"; name: string }
  | { do: "leave"; member: number }
  | { do: "noise"; method: Method; path: string; body: unknown };
interface RawSplit {
  kind: string;
  members: number[];
  numbers: number[];
}

const index = fc.nat(20);
const money = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 5000 }) },
  fc.constantFrom(0, -1, 1_000_000_000_000, 2 ** 53, 0.5),
);
const split = fc.record({
  kind: fc.constantFrom("equally", "equally", "exactly", "percent", "shares", "adjustments", "items", "oddly"),
  members: fc.array(index, { minLength: 0, maxLength: 5 }),
  numbers: fc.array(fc.integer({ min: -3, max: 100 }), { minLength: 5, maxLength: 5 }),
});
const paths = fc.constantFrom(
  "",
  "/members",
  "/expenses",
  "/payments",
  "/records",
  "/invitations",
  "/history",
  "/ledger/x/y",
  "/settlement",
  "/%00",
  "/measurements",
  "/records?cursor=9999-99-99_00000000-0000-0000-0000-000000000000",
  "/records?limit=0",
  "/history?cursor=99999999999999999999",
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("add" as const, "change" as const),
      target: index,
      amount: money,
      payers: fc.array(index, { minLength: 1, maxLength: 3 }),
      split,
      stale: fc.nat(5).map((n) => n === 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pay" as const), from: index, to: index, amount: money }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("delete" as const), target: index, stale: fc.nat(5).map((n) => n === 0) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("member" as const), name: fc.string({ maxLength: 90, unit: "binary" }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), member: index }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("noise" as const),
      method: fc.constantFrom<Method[]>("GET", "POST", "PUT", "PATCH", "DELETE"),
      path: paths,
      body: fc.jsonValue({ stringUnit: "binary" }),
    }),
  },
);

onEachEngine("random sessions", (engine) => {
  let opened: TestDatabase;
  let server: TestApp;
  let ada: Person;
  beforeAll(async () => {
    opened = await engine.open();
    server = await testApp(opened.database);
    ada = await server.person("Ada");
  });
  afterAll(async () => {
    await server?.close();
    await opened?.discard();
  });

  it("never get a 5xx, and after each request the balances equal a model's and sum to zero", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const group = await ada.ok("POST", "/api/expenses/groups", {
          name: "Random",
          currency: "JPY",
          members: ["B", "C"],
        });
        const path = `/api/expenses/groups/${group.id}`;
        const model = new Model(group.members.map((member: { id: string }) => member.id));
        for (const next of steps) {
          const { method, url, body, apply } = model.request(path, next);
          const answer = await ada.send(method, url, body);
          expect(answer.statusCode, `${method} ${url} ${JSON.stringify(body)}\n${answer.body}`).toBeLessThan(500);
          if (answer.statusCode >= 400)
            expect(answer.json()).toMatchObject({ status: answer.statusCode, code: /^[a-z-]+$/ });
          else {
            accepted++;
            apply?.(answer.body ? answer.json() : undefined);
          }
          const { balances, sum } = await ada.ok("GET", `${path}/balances`);
          expect(sum).toBe(0);
          const kept = balances.filter((row: { amount: number }) => row.amount !== 0);
          expect(new Map(kept.map((row: { memberId: string; amount: number }) => [row.memberId, row.amount]))).toEqual(
            model.balances(),
          );
        }
        const measured = await ada.ok("GET", `${path}/measurements`);
        expect(measured).toMatchObject({ sum: 0, recountAgrees: true });
        expect((await ada.ok("GET", `${path}/ledger`)).debts).toEqual(model.ledger());
      }),
      { seed: 20_261_123, numRuns: RUNS, endOnFailure: true },
    );
    // Random requests that are all refused would test nothing.
    expect(accepted).toBeGreaterThan(RUNS * 4);
  });
});

interface Kept {
  version: number;
  kind: string;
  payers: { memberId: string; amount: number }[];
  shares: { memberId: string; amount: number }[];
}

/** What a group must hold: records as they were answered, and sums over all of them each time. */
class Model {
  readonly members: string[];
  readonly records = new Map<string, Kept>();
  constructor(members: string[]) {
    this.members = members;
  }

  balances(): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { payers, shares } of this.records.values()) {
      for (const { memberId, amount } of payers) sums.set(memberId, (sums.get(memberId) ?? 0) + amount);
      for (const { memberId, amount } of shares) sums.set(memberId, (sums.get(memberId) ?? 0) - amount);
    }
    return new Map([...sums].filter(([, amount]) => amount !== 0));
  }

  ledger(): unknown {
    const entries = (parts: Kept["payers"]) => parts.map(({ memberId, amount }) => [memberId, amount] as const);
    return pairwiseDebts(
      [...this.records.values()].map(({ payers, shares }) => ({ paidBy: entries(payers), shares: entries(shares) })),
    );
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers are read as they come.
  request(path: string, step: Step): { method: Method; url: string; body?: unknown; apply?: (answer: any) => void } {
    const member = (i: number) => this.members[i % this.members.length]!;
    const keep = (answer: Kept & { id: string }) => void this.records.set(answer.id, answer);
    const chosen = (i: number) => [...this.records][i % Math.max(1, this.records.size)];
    const paidOn = "2026-03-04";
    switch (step.do) {
      case "add":
      case "change": {
        const { amount, payers, split } = step;
        const each = Math.floor(amount / payers.length);
        const paid = payers.map((i, at) => ({
          memberId: member(i),
          amount: at === 0 ? amount - each * (payers.length - 1) : each,
        }));
        const body = { description: "Random", amount, paidOn, payers: paid, split: this.split(split, amount) };
        if (step.do === "add") return { method: "POST", url: `${path}/expenses`, body, apply: keep };
        const [id = "01890000-0000-7000-8000-000000000000", record] = chosen(step.target) ?? [];
        const version = (record?.version ?? 1) + (step.stale ? 1 : 0);
        return { method: "PUT", url: `${path}/expenses/${id}?version=${version}`, body, apply: keep };
      }
      case "pay": {
        const body = { from: member(step.from), to: member(step.to), amount: step.amount, paidOn };
        return { method: "POST", url: `${path}/payments`, body, apply: keep };
      }
      case "delete": {
        const [id = "01890000-0000-7000-8000-000000000000", record] = chosen(step.target) ?? [];
        const version = (record?.version ?? 1) + (step.stale ? 1 : 0);
        return {
          method: "DELETE",
          url: `${path}/records/${id}?version=${version}`,
          apply: () => void this.records.delete(id),
        };
      }
      case "member":
        return {
          method: "POST",
          url: `${path}/members`,
          body: { name: step.name },
          apply: ({ id }) => void this.members.push(id),
        };
      case "leave":
        return {
          method: "DELETE",
          url: `${path}/members/${this.members.length > 1 ? member(1 + (step.member % (this.members.length - 1))) : member(0)}`,
        };
      case "noise":
        return { method: step.method, url: path + step.path, ...(step.method === "GET" ? {} : { body: [step.body] }) };
    }
  }

  /** Often right, sometimes not: sums that miss, percentages below 100, members twice. */
  split({ kind, members, numbers }: RawSplit, amount: number): unknown {
    const ids = members.map((i) => this.members[i % this.members.length]!);
    const parts = (name: string, value: (i: number) => unknown) =>
      ids.map((memberId, i) => ({ memberId, [name]: value(i) }));
    const [n0 = 0, n1 = 0] = numbers;
    switch (kind) {
      case "exactly":
        return {
          kind,
          amounts: parts("amount", (i) => (i === 0 ? amount - (ids.length - 1) * Math.max(0, n0) : Math.max(0, n0))),
        };
      case "percent":
        return {
          kind,
          percents: parts("percent", (i) => (i === 0 ? `${100 - (ids.length - 1) * 5}` : n1 > 90 ? "4.99" : "5")),
        };
      case "shares":
        return { kind, shares: parts("shares", (i) => `${Math.abs(numbers[i]!)}.5`) };
      case "adjustments":
        return { kind, adjustments: parts("plus", (i) => numbers[i]) };
      case "items":
        return {
          kind,
          items: [
            { amount: amount - n0, sharedBy: ids },
            { amount: n0, sharedBy: ids.slice(0, 1) },
          ],
        };
      default:
        return { kind, members: ids };
    }
  }
}
