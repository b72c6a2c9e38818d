import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Person, type TestApp, testApp } from "../support/client.ts";
import { onPostgres, type TestDatabase } from "../support/engines.ts";

onPostgres("concurrent changes", (engine) => {
  let opened: TestDatabase;
  let servers: TestApp[];
  let ada: Person;
  beforeAll(async () => {
    opened = await engine.open();
    // Two processes' worth of app over one database.
    servers = [await testApp(opened.database), await testApp(opened.database)];
    ada = await servers[0]!.person("Ada");
  });
  afterAll(async () => {
    for (const server of servers ?? []) await server.close();
    await opened?.discard();
  });

  const newGroup = async () => {
    const group = await ada.ok("POST", "/api/expenses/groups", {
      name: "Race",
      currency: "EUR",
      members: ["B", "C", "D"],
    });
    return {
      path: `/api/expenses/groups/${group.id}`,
      id: group.id as string,
      members: group.members.map((m: { id: string }) => m.id) as string[],
    };
  };
  /** Sends through either app. */
  const send = (i: number, method: "POST" | "PUT" | "DELETE" | "GET", url: string, payload?: object) =>
    servers[i % 2]!.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${ada.token}` },
      ...(payload ? { payload } : {}),
    });

  it("never loses a cent in 200 additions, edits and deletions at once", async () => {
    const { path, id, members } = await newGroup();
    const body = (i: number) => ({
      description: `Expense ${i}`,
      amount: 1001 + i,
      paidOn: "2026-05-01",
      payers: [{ memberId: members[i % 4]!, amount: 1001 + i }],
      split: { kind: "equally", members: members.slice(i % 3) },
    });
    const first = await Promise.all(Array.from({ length: 60 }, (_, i) => send(i, "POST", `${path}/expenses`, body(i))));
    expect(first.map(({ statusCode }) => statusCode)).toEqual(first.map(() => 201));
    const ids = first.map((answer) => answer.json().id as string);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => {
        const target = ids[i % 60]!;
        if (i % 3 === 0) return send(i, "POST", `${path}/expenses`, body(i + 100));
        if (i % 3 === 1) return send(i, "PUT", `${path}/expenses/${target}?version=1`, body(i + 300));
        return send(i, "DELETE", `${path}/records/${target}?version=1`);
      }),
    );
    const codes = new Set(answers.map(({ statusCode }) => statusCode));
    expect(
      [...codes].every((code) => [200, 201, 204, 404, 409].includes(code)),
      [...codes].join(),
    ).toBe(true);
    const changed = answers.filter(({ statusCode }) => statusCode === 200 || statusCode === 204);
    // Each of the 60 was changed or deleted by the one that came first; nobody's change was lost under another's.
    const touched = new Set(
      Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? undefined : i % 60)).filter((i) => i !== undefined),
    );
    expect(changed).toHaveLength(touched.size);

    const measured = await ada.ok("GET", `${path}/measurements`);
    expect(measured).toMatchObject({ sum: 0, recountAgrees: true });
    // A recount of our own, in another way: from what the API lists.
    const totals = new Map(members.map((member) => [member, 0]));
    let next = "";
    do {
      const page = await ada.ok("GET", `${path}/records?limit=100${next && `&cursor=${next}`}`);
      for (const { payers, shares } of page.records) {
        for (const part of payers) totals.set(part.memberId, totals.get(part.memberId)! + part.amount);
        for (const part of shares) totals.set(part.memberId, totals.get(part.memberId)! - part.amount);
      }
      next = page.next ?? "";
    } while (next);
    const { balances } = await ada.ok("GET", `${path}/balances`);
    expect(new Map(balances.map((row: { memberId: string; amount: number }) => [row.memberId, row.amount]))).toEqual(
      totals,
    );
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from expenses_history where group_id = ${id}`.execute(opened.database.connection);
    expect(rows[0]!.n).toBe(1 + 60 + 67 + changed.length);
  });

  it("writes one id once, however many requests carry it at once", async () => {
    const { path, members } = await newGroup();
    const [from, to] = members as [string, string];
    const payload = { id: crypto.randomUUID(), from, to, amount: 700, paidOn: "2026-05-01" };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => send(i, "POST", `${path}/payments`, payload)),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(
      (await ada.ok("GET", `${path}/balances`)).balances.find((row: { memberId: string }) => row.memberId === from)
        .amount,
    ).toBe(700);
  });

  it("lets one person in by one invitation, however many try at once", async () => {
    const { path } = await newGroup();
    const { token } = await ada.ok("POST", `${path}/invitations`, {});
    const people = await Promise.all(Array.from({ length: 6 }, (_, i) => servers[i % 2]!.person(`P${i}`)));
    const answers = await Promise.all(
      people.map((person) => person.send("POST", "/api/expenses/invitations/accept", { token })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410, 410, 410, 410, 410]);
  });

  it("never lets a member leave with a debt that is being written", async () => {
    for (let round = 0; round < 8; round++) {
      const { path, members } = await newGroup();
      const [a, b] = members as [string, string];
      const expense = {
        description: "x",
        amount: 100,
        paidOn: "2026-05-01",
        payers: [{ memberId: a, amount: 100 }],
        split: { kind: "equally", members: [b] },
      };
      const [left, added] = await Promise.all([
        send(round, "DELETE", `${path}/members/${b}`),
        send(round + 1, "POST", `${path}/expenses`, expense),
      ]);
      expect([
        [204, 422],
        [409, 201],
      ]).toContainEqual([left.statusCode, added.statusCode]);
    }
  });
});
