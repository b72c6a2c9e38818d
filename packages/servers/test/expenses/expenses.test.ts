import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, type TestApp, testApp } from "../support/client.ts";
import { onEachEngine, type TestDatabase } from "../support/engines.ts";

onEachEngine("expenses", (engine) => {
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

  /** A group of Ada's with three places, by name. */
  async function trip(owner = ada) {
    const group = await owner.ok("POST", "/api/expenses/groups", {
      name: "Trip",
      currency: "EUR",
      members: ["Ben", "Cem"],
    });
    const [a, b, c] = group.members.map((member: { id: string }) => member.id) as [string, string, string];
    return { path: `/api/expenses/groups/${group.id}`, id: group.id as string, a, b, c };
  }
  const spent = (payer: string, amount: number, members: string[]) => ({
    description: "Dinner",
    amount,
    paidOn: "2026-05-01",
    payers: [{ memberId: payer, amount }],
    split: { kind: "equally", members },
  });
  const balancesOf = async (person: Person, path: string) =>
    Object.fromEntries(
      (await person.ok("GET", `${path}/balances`)).balances.map((row: { memberId: string; amount: number }) => [
        row.memberId,
        row.amount,
      ]),
    );

  it("keeps who paid and who owes, and tells everybody's balance", async () => {
    const { path, a, b, c } = await trip();
    const expense = await ada.ok("POST", `${path}/expenses`, spent(a, 1000, [a, b, c]));
    expect(expense.shares.reduce((sum: number, share: { amount: number }) => sum + share.amount, 0)).toBe(1000);
    await ada.ok("POST", `${path}/expenses`, spent(b, 300, [b, c]));
    const balances = await balancesOf(ada, path);
    expect(balances[a]! + balances[b]! + balances[c]!).toBe(0);
    const own = (id: string) => expense.shares.find((share: { memberId: string }) => share.memberId === id).amount;
    expect(balances).toEqual({ [a]: 1000 - own(a), [b]: 300 - 150 - own(b), [c]: -150 - own(c) });
    expect((await ada.ok("GET", `${path}/records`)).records).toHaveLength(2);
  });

  it("splits by every rule that debts knows", async () => {
    const { path, a, b, c } = await trip();
    const add = async (amount: number, split: object) => {
      const body = { ...spent(a, amount, [a]), split };
      const { shares } = await ada.ok("POST", `${path}/expenses`, body);
      return Object.fromEntries(
        shares.map((share: { memberId: string; amount: number }) => [share.memberId, share.amount]),
      );
    };
    expect(await add(900, { kind: "equally", members: [a, b, c] })).toEqual({ [a]: 300, [b]: 300, [c]: 300 });
    const amounts = [
      { memberId: a, amount: 1 },
      { memberId: c, amount: 899 },
    ];
    expect(await add(900, { kind: "exactly", amounts })).toEqual({ [a]: 1, [c]: 899 });
    const percents = [
      { memberId: b, percent: "66.5" },
      { memberId: c, percent: "33.5" },
    ];
    expect(await add(1000, { kind: "percent", percents })).toEqual({ [b]: 665, [c]: 335 });
    const shares = [
      { memberId: a, shares: "2" },
      { memberId: b, shares: "0.5" },
    ];
    expect(await add(1000, { kind: "shares", shares })).toEqual({ [a]: 800, [b]: 200 });
    const adjustments = [{ memberId: a, plus: 500 }, { memberId: b }, { memberId: c, shares: "2" }];
    expect(await add(2000, { kind: "adjustments", adjustments })).toEqual({ [a]: 875, [b]: 375, [c]: 750 });
    const items = [
      { amount: 600, sharedBy: [a, b] },
      { description: "Wine", amount: 300, sharedBy: [c] },
    ];
    expect(await add(990, { kind: "items", items, tip: 90 })).toEqual({ [a]: 330, [b]: 330, [c]: 330 });
  });

  it("says what was expected, what it got and the difference when parts do not add up, and keeps nothing", async () => {
    const { path, a, b } = await trip();
    const wrong = {
      ...spent(a, 1000, [a]),
      split: {
        kind: "exactly",
        amounts: [
          { memberId: a, amount: 600 },
          { memberId: b, amount: 399 },
        ],
      },
    };
    const answer = await ada.send("POST", `${path}/expenses`, wrong);
    expect(answer.statusCode).toBe(422);
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
    expect(answer.json()).toMatchObject({ code: "does-not-add-up", expected: 1000, got: 999, difference: 1 });
    const payers = { ...spent(a, 1000, [a, b]), payers: [{ memberId: a, amount: 1200 }] };
    expect((await ada.send("POST", `${path}/expenses`, payers)).json()).toMatchObject({
      expected: 1000,
      got: 1200,
      difference: -200,
    });
    const percent = {
      ...spent(a, 1000, [a]),
      split: { kind: "percent", percents: [{ memberId: a, percent: "99.5" }] },
    };
    expect((await ada.send("POST", `${path}/expenses`, percent)).json()).toMatchObject({
      expected: 100,
      got: 99.5,
      difference: 0.5,
    });
    expect((await ada.ok("GET", `${path}/records`)).records).toEqual([]);
    expect(await balancesOf(ada, path)).toEqual(
      Object.fromEntries(Object.keys(await balancesOf(ada, path)).map((id) => [id, 0])),
    );
  });

  it.each([
    ["a negative amount", { amount: -5 }, 400],
    ["zero", { amount: 0 }, 400],
    ["a fraction of a cent", { amount: 10.5 }, 400],
    ["an amount as text", { amount: "1000" }, 400],
    ["more than can be summed exactly", { amount: 2 ** 53 }, 400],
    ["a day that is none", { paidOn: "2026-02-30" }, 400],
    ["an unknown property", { tip: 5 }, 400],
    ["NUL in the description", { description: "a\u0000b" }, 400],
    ["a blank description", { description: "  " }, 400],
    [
      "somebody who is not in the group",
      { split: { kind: "equally", members: ["01890000-0000-7000-8000-000000000000"] } },
      422,
    ],
    ["nobody to share it", { split: { kind: "equally", members: [] } }, 400],
    ["a split of no kind", { split: { kind: "randomly" } }, 400],
  ])("refuses %s", async (_name, change, status) => {
    const { path, a } = await trip();
    const answer = await ada.send("POST", `${path}/expenses`, { ...spent(a, 1000, [a]), ...change });
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.json()).toMatchObject({ status, detail: expect.any(String) });
    expect((await ada.ok("GET", `${path}/records`)).records).toEqual([]);
  });

  it("refuses a member named twice, in a split and among payers", async () => {
    const { path, a, b } = await trip();
    const split = await ada.send("POST", `${path}/expenses`, spent(a, 1000, [b, b]));
    expect(split.json()).toMatchObject({ status: 422, code: "invalid-split" });
    const payers = {
      ...spent(a, 1000, [b]),
      payers: [
        { memberId: a, amount: 500 },
        { memberId: a, amount: 500 },
      ],
    };
    expect((await ada.send("POST", `${path}/expenses`, payers)).statusCode).toBe(422);
  });

  it("changes and deletes an expense by the version that was seen, and moves the balances with it", async () => {
    const { path, a, b, c } = await trip();
    const { id, version } = await ada.ok("POST", `${path}/expenses`, spent(a, 900, [a, b, c]));
    const changed = await ada.ok("PUT", `${path}/expenses/${id}?version=${version}`, spent(b, 600, [a, b]));
    expect(changed).toMatchObject({ version: 2, amount: 600 });
    expect(await balancesOf(ada, path)).toEqual({ [a]: -300, [b]: 300, [c]: 0 });
    const stale = await ada.send("PUT", `${path}/expenses/${id}?version=1`, spent(a, 1, [a]));
    expect(stale.json()).toMatchObject({ status: 409, code: "changed-meanwhile", expected: 2, got: 1 });
    expect((await ada.send("DELETE", `${path}/records/${id}?version=1`)).statusCode).toBe(409);
    expect((await ada.send("DELETE", `${path}/records/${id}?version=2`)).statusCode).toBe(204);
    expect(await balancesOf(ada, path)).toEqual({ [a]: 0, [b]: 0, [c]: 0 });
    expect((await ada.send("GET", `${path}/records/${id}`)).statusCode).toBe(404);
    expect((await ada.send("DELETE", `${path}/records/${id}?version=3`)).statusCode).toBe(404);
    const { lines } = await ada.ok("GET", `${path}/history?subjectId=${id}`);
    expect(lines.map((line: { action: string }) => line.action)).toEqual([
      "expense-deleted",
      "expense-changed",
      "expense-added",
    ]);
    expect(lines[1]).toMatchObject({ before: { amount: 900 }, after: { amount: 600 } });
  });

  it("writes a request that is sent twice with one id once, and refuses the id for anything else", async () => {
    const { path, a, b } = await trip();
    const body = { id: crypto.randomUUID(), ...spent(a, 500, [a, b]) };
    const first = await ada.ok("POST", `${path}/expenses`, body);
    expect(await ada.ok("POST", `${path}/expenses`, body)).toEqual(first);
    expect(await balancesOf(ada, path)).toMatchObject({ [a]: 250, [b]: -250 });
    const other = await ada.send("POST", `${path}/expenses`, {
      ...body,
      amount: 502,
      payers: [{ memberId: a, amount: 502 }],
    });
    expect(other.json()).toMatchObject({ status: 409, code: "id-taken" });
    const elsewhere = await trip();
    const stolen = { ...spent(elsewhere.a, 500, [elsewhere.a]), id: body.id };
    expect((await ada.send("POST", `${elsewhere.path}/expenses`, stolen)).statusCode).toBe(409);
  });

  it("takes payments from debts and settles the group with the plan it proposes", async () => {
    const { path, a, b, c } = await trip();
    await ada.ok("POST", `${path}/expenses`, spent(a, 900, [a, b, c]));
    await ada.ok("POST", `${path}/expenses`, spent(b, 300, [c]));
    const plan = await ada.ok("GET", `${path}/settlement`);
    expect(plan.transfers.length).toBeGreaterThanOrEqual(plan.lowerBound);
    expect(plan.before).toHaveLength(3);
    for (const { from, to, amount } of plan.transfers) {
      await ada.ok("POST", `${path}/payments`, { from, to, amount, paidOn: "2026-05-09" });
    }
    expect(await balancesOf(ada, path)).toEqual({ [a]: 0, [b]: 0, [c]: 0 });
    const self = await ada.send("POST", `${path}/payments`, { from: a, to: a, amount: 5, paidOn: "2026-05-09" });
    expect(self.statusCode).toBe(422);
  });

  it("explains a debt by the records between two people, which sum to it", async () => {
    const { path, a, b, c } = await trip();
    await ada.ok("POST", `${path}/expenses`, spent(a, 900, [a, b, c]));
    await ada.ok("POST", `${path}/expenses`, spent(b, 200, [a, b]));
    await ada.ok("POST", `${path}/payments`, { from: b, to: a, amount: 50, paidOn: "2026-05-02" });
    const why = await ada.ok("GET", `${path}/ledger/${b}/${a}`);
    expect(why.amount).toBe(150);
    expect(why.items.map((item: { amount: number }) => item.amount).sort()).toEqual([-100, -50, 300].sort());
    const { debts } = await ada.ok("GET", `${path}/ledger`);
    expect(debts).toContainEqual({ from: b, to: a, amount: 150 });
    expect((await ada.ok("GET", `${path}/ledger/${a}/${b}`)).amount).toBe(-150);
  });

  it("pages through the timeline without a gap or a repeat while records are added", async () => {
    const { path, a } = await trip();
    const days = ["2026-05-03", "2026-05-01", "2026-05-02", "2026-05-01", "2026-05-03"];
    const ids: string[] = [];
    for (const paidOn of days) ids.push((await ada.ok("POST", `${path}/expenses`, { ...spent(a, 5, [a]), paidOn })).id);
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = await ada.ok("GET", `${path}/records?limit=2${next ? `&cursor=${next}` : ""}`);
      seen.push(...page.records.map((record: { id: string }) => record.id));
      await ada.ok("POST", `${path}/expenses`, { ...spent(a, 5, [a]), paidOn: "2026-06-01" });
      next = page.next;
    } while (next);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect((await ada.send("GET", `${path}/records?cursor=2026-13-99_${ids[0]}`)).statusCode).toBe(400);
  });

  it("measures itself: edges, the sum of all balances, a recount and the plan of the balance query", async () => {
    const { path, a, b, c } = await trip();
    await ada.ok("POST", `${path}/expenses`, spent(a, 900, [a, b, c]));
    const measured = await ada.ok("GET", `${path}/measurements`);
    expect(measured).toMatchObject({ edgesBefore: 2, edgesAfter: 2, sum: 0, recountAgrees: true });
    expect(measured.additions.count).toBeGreaterThan(0);
    expect(measured.balancePlan.join("\n")).toMatch(/expenses_balances/);
  });

  describe("members", () => {
    it("hands a place over by an invitation, once", async () => {
      const { path, b } = await trip();
      const [ben, dan] = [await server.person("Ben"), await server.person("Dan")];
      const { token, link } = await ada.ok("POST", `${path}/invitations`, { memberId: b });
      expect(link).toBe(`http://groundwork.test/expenses/join#${token}`);
      expect(await ben.ok("POST", "/api/expenses/invitations/preview", { token })).toMatchObject({
        groupName: "Trip",
        invitedBy: "Ada",
        memberName: "Ben",
      });
      const group = await ben.ok("POST", "/api/expenses/invitations/accept", { token });
      expect(group).toMatchObject({ you: b, role: "member" });
      expect((await dan.send("POST", "/api/expenses/invitations/accept", { token })).json()).toMatchObject({
        status: 410,
        code: "link-expired",
      });
      expect((await ada.send("POST", `${path}/invitations`, { memberId: b })).json()).toMatchObject({
        code: "place-taken",
      });
    });

    it("refuses an invitation that is withdrawn or two weeks old", async () => {
      const { path } = await trip();
      const ben = await server.person("Ben");
      const { token, invitation } = await ada.ok("POST", `${path}/invitations`, {});
      await ada.ok("DELETE", `${path}/invitations/${invitation.id}`);
      expect((await ben.send("POST", "/api/expenses/invitations/accept", { token })).statusCode).toBe(410);
      const late = await ada.ok("POST", `${path}/invitations`, {});
      const before = server.time.now;
      server.time.now += 14 * 86_400_000;
      const fresh = await server.person("Eve");
      expect((await fresh.send("POST", "/api/expenses/invitations/accept", { token: late.token })).statusCode).toBe(
        410,
      );
      server.time.now = before;
    });

    it("lets a viewer read and nothing else", async () => {
      const { path, a } = await trip();
      const vic = await server.person("Vic");
      const { token } = await ada.ok("POST", `${path}/invitations`, { role: "viewer" });
      await vic.ok("POST", "/api/expenses/invitations/accept", { token });
      await vic.ok("GET", `${path}/balances`);
      expect((await vic.send("POST", `${path}/expenses`, spent(a, 5, [a]))).json()).toMatchObject({
        status: 403,
        code: "forbidden",
      });
      expect((await vic.send("PATCH", path, { name: "Mine" })).statusCode).toBe(403);
    });

    it("lets somebody go only at zero, keeps the last owner, and lets the former member back in", async () => {
      const { path, a } = await trip();
      const ben = await server.person("Ben");
      const { token } = await ada.ok("POST", `${path}/invitations`, {});
      const { you } = await ben.ok("POST", "/api/expenses/invitations/accept", { token });
      const { id } = await ada.ok("POST", `${path}/expenses`, spent(a, 100, [you]));
      expect((await ben.send("DELETE", `${path}/members/${you}`)).json()).toMatchObject({
        status: 409,
        code: "not-settled",
        got: -100,
      });
      expect((await ada.send("DELETE", `${path}/members/${a}`)).statusCode).toBe(409);
      await ben.ok("POST", `${path}/payments`, { from: you, to: a, amount: 100, paidOn: "2026-05-02" });
      await ben.ok("DELETE", `${path}/members/${you}`);
      expect((await ben.send("GET", path)).statusCode).toBe(404);
      const gone = await ada.send("POST", `${path}/expenses`, spent(a, 100, [a, you]));
      expect(gone.json()).toMatchObject({ status: 422, code: "member-left", detail: expect.stringMatching("Ben") });
      expect((await ada.send("DELETE", `${path}/records/${id}?version=1`)).json()).toMatchObject({
        code: "member-left",
      });
      expect((await ada.send("DELETE", `${path}/members/${a}`)).json()).toMatchObject({ code: "last-owner" });
      const again = await ada.ok("POST", `${path}/invitations`, {});
      expect((await ben.ok("POST", "/api/expenses/invitations/accept", { token: again.token })).you).toBe(you);
    });

    it("archives a group: it is read, not written to, until it is opened again", async () => {
      const { path, a } = await trip();
      await ada.ok("PATCH", path, { archived: true });
      expect((await ada.send("POST", `${path}/expenses`, spent(a, 5, [a]))).json()).toMatchObject({
        code: "group-archived",
      });
      await ada.ok("GET", `${path}/records`);
      await ada.ok("PATCH", path, { archived: false, name: "Again" });
      await ada.ok("POST", `${path}/expenses`, spent(a, 5, [a]));
    });
  });
});
