import { afterAll, beforeAll, expect, it } from "vitest";
import { actAs, type Method, type Person, type TestApp, testApp } from "../support/client.ts";
import { onEachEngine, type TestDatabase } from "../support/engines.ts";

interface Route {
  method: Method;
  /** With `{groupId}` and other names in it. */
  path: string;
  isPublic: boolean;
}

/** A well-formed body for every route that takes one: what is refused is refused for who asks. */
const BODIES: Record<string, object> = {
  "PATCH /api/expenses/groups/{groupId}": { name: "Mine" },
  "POST /api/expenses/groups/{groupId}/members": { name: "Eve" },
  "PATCH /api/expenses/groups/{groupId}/members/{memberId}": { name: "Eve" },
  "POST /api/expenses/groups/{groupId}/invitations": {},
};
const UNKNOWN = "01890000-0000-7000-8000-000000000000";

onEachEngine("access", (engine) => {
  const ran: string[] = [];
  let opened: TestDatabase;
  let server: TestApp;
  let routes: Route[];
  let owner: Person;
  let former: Person;
  let ids: Record<string, string>;

  beforeAll(async () => {
    opened = await engine.open(({ query }) => ran.push(query.sql));
    server = await testApp(opened.database);
    const { paths = {} } = server.app.swagger() as { paths?: Record<string, Record<string, { security?: unknown[] }>> };
    routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({
        method: method.toUpperCase() as Method,
        path,
        isPublic: security?.length === 0,
      })),
    );
    [owner, former] = [await server.person("Owner"), await server.person("Former")];
    const group = await owner.ok("POST", "/api/expenses/groups", { name: "Ours", currency: "EUR", members: ["Ben"] });
    const [a, b] = group.members.map((member: { id: string }) => member.id);
    const path = `/api/expenses/groups/${group.id}`;
    const { token } = await owner.ok("POST", `${path}/invitations`, {});
    const { you } = await former.ok("POST", "/api/expenses/invitations/accept", { token });
    await former.ok("DELETE", `${path}/members/${you}`);
    const record = await owner.ok("POST", `${path}/payments`, { from: a, to: b, amount: 5, paidOn: "2026-01-01" });
    const { invitation } = await owner.ok("POST", `${path}/invitations`, {});
    ids = { groupId: group.id, memberId: b, id: record.id, invitationId: invitation.id, from: a, to: b };
    BODIES["POST /api/expenses/groups/{groupId}/payments"] = { from: a, to: b, amount: 5, paidOn: "2026-01-01" };
    BODIES["PUT /api/expenses/groups/{groupId}/payments/{id}"] = { from: a, to: b, amount: 5, paidOn: "2026-01-01" };
    const expense = {
      description: "x",
      amount: 5,
      paidOn: "2026-01-01",
      payers: [{ memberId: a, amount: 5 }],
      split: { kind: "equally", members: [b] },
    };
    BODIES["POST /api/expenses/groups/{groupId}/expenses"] = expense;
    BODIES["PUT /api/expenses/groups/{groupId}/expenses/{id}"] = expense;
  });
  afterAll(async () => {
    await server?.close();
    await opened?.discard();
  });

  const address = ({ path, method }: Route, values: Record<string, string>) => {
    const filled = path.replace(/\{(\w+)\}/g, (_all, name) => values[name]!);
    return /records\/\{id\}|(expenses|payments)\/\{id\}/.test(path) && method !== "GET"
      ? `${filled}?version=1`
      : filled;
  };
  const bodyOf = ({ method, path }: Route) => BODIES[`${method} ${path}`];
  const snapshot = async () => {
    const path = `/api/expenses/groups/${ids.groupId}`;
    return Promise.all(
      ["", "/records", "/history", "/invitations", "/balances"].map((part) => owner.ok("GET", path + part)),
    );
  };

  it("tries every route of the document", () => {
    expect(routes.length).toBeGreaterThan(30);
    const inGroups = routes.filter(({ path }) => path.includes("{groupId}"));
    expect(inGroups.length).toBeGreaterThan(17);
    const writing = inGroups.filter(({ method }) => method === "POST" || method === "PUT" || method === "PATCH");
    expect(writing.map((route) => `${route.method} ${route.path}`).filter((name) => !BODIES[name])).toEqual([]);
  });

  it("answers 401 on every route that is not public, without a token, with a forged, another's or an expired one", async () => {
    const strange = await testApp(opened.database, { tokenSecret: Buffer.alloc(32, 9) });
    const elsewhere = await strange.person("Elsewhere");
    await strange.close();
    const before = server.time.now;
    const expiring = await server.person("Expiring");
    const [head, payload, signature] = owner.token.split(".") as [string, string, string];
    const claims = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), sub: former.id };
    const changed = `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
    const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url")}.${payload}.`;
    const closedRoutes = routes.filter(({ isPublic }) => !isPublic);
    for (const token of ["", "x", elsewhere.token, changed, unsigned]) {
      for (const route of closedRoutes) {
        const answer = await actAs(server.app, { ...owner, token }).send(
          route.method,
          address(route, ids),
          bodyOf(route),
        );
        expect([route.method, route.path, answer.statusCode, answer.json().code]).toEqual([
          route.method,
          route.path,
          401,
          "signed-out",
        ]);
      }
    }
    server.time.now += 601_000;
    for (const route of closedRoutes) {
      const answer = await expiring.send(route.method, address(route, ids), bodyOf(route));
      expect([route.path, answer.statusCode]).toEqual([route.path, 401]);
    }
    server.time.now = before;
  });

  it("answers a stranger and a former member exactly as for a group that never was, and changes nothing", async () => {
    const stranger = await server.person("Stranger");
    const before = await snapshot();
    for (const route of routes.filter(({ path }) => path.includes("{groupId}"))) {
      const missing = await stranger.send(route.method, address(route, { ...ids, groupId: UNKNOWN }), bodyOf(route));
      for (const person of [stranger, former]) {
        const answer = await person.send(route.method, address(route, ids), bodyOf(route));
        expect([route.method, route.path, answer.statusCode, answer.body]).toEqual([
          route.method,
          route.path,
          404,
          missing.body,
        ]);
        const headers = ({ "x-request-id": _id, date: _date, ...rest }: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("x-ratelimit")));
        expect(headers(answer.headers)).toEqual(headers(missing.headers));
      }
    }
    expect(await snapshot()).toEqual(before);
  });

  it("runs the same statements for a stranger as for a group that never was", async () => {
    const stranger = await server.person("Stranger");
    const statements = async (path: string) => {
      ran.length = 0;
      await stranger.send("GET", path);
      return [...ran];
    };
    const real = await statements(`/api/expenses/groups/${ids.groupId}/balances`);
    expect(real.length).toBeGreaterThan(0);
    expect(real).toEqual(await statements(`/api/expenses/groups/${UNKNOWN}/balances`));
  });

  it("does not reach a record or a member of one group through another", async () => {
    const other = await server.person("Other");
    const group = await other.ok("POST", "/api/expenses/groups", { name: "Theirs", currency: "EUR" });
    const path = `/api/expenses/groups/${group.id}`;
    expect((await other.send("GET", `${path}/records/${ids.id}`)).statusCode).toBe(404);
    expect((await other.send("DELETE", `${path}/records/${ids.id}?version=1`)).statusCode).toBe(404);
    expect((await other.send("PATCH", `${path}/members/${ids.memberId}`, { name: "x" })).statusCode).toBe(404);
    expect((await other.send("DELETE", `${path}/invitations/${ids.invitationId}`)).statusCode).toBe(404);
    expect((await other.send("GET", `${path}/ledger/${ids.from}/${ids.to}`)).statusCode).toBe(404);
    const steal = { from: group.you, to: ids.memberId, amount: 5, paidOn: "2026-01-01" };
    expect((await other.send("POST", `${path}/payments`, steal)).json()).toMatchObject({
      status: 422,
      code: "unknown-member",
    });
    expect((await other.send("POST", `${path}/invitations`, { memberId: ids.memberId })).statusCode).toBe(422);
  });
});
