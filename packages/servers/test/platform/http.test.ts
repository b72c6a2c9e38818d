import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestApp, testApp } from "../support/client.ts";
import { onEachEngine, type TestDatabase } from "../support/engines.ts";

onEachEngine("the platform", (engine) => {
  let opened: TestDatabase;
  let server: TestApp;
  let folder: string;
  beforeAll(async () => {
    opened = await engine.open();
    folder = mkdtempSync(join(tmpdir(), "groundwork-app-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<title>The app</title>");
    writeFileSync(join(folder, "assets", "a.js"), "1");
    server = await testApp(opened.database, { folders: { app: folder } });
  });
  afterAll(async () => {
    await server?.close();
    await opened?.discard();
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

  it("answers what it cannot read as problems, never as a 5xx", async () => {
    const post = (payload: string, type: string) =>
      server.app.inject({ method: "POST", url: "/api/account/sign-in", payload, headers: { "content-type": type } });
    const expected: [string, string, number][] = [
      ["{", "application/json", 400],
      ["", "application/json", 400],
      ['{"__proto__":{"x":1},"email":"a@b.co","password":"x"}', "application/json", 400],
      ["a=b", "application/x-www-form-urlencoded", 415],
      [`{"email":"${"a".repeat(200_000)}"}`, "application/json", 413],
      ["[]", "application/json", 400],
      ["null", "application/json", 400],
    ];
    for (const [payload, type, status] of expected) {
      const answer = await post(payload, type);
      expect([payload.slice(0, 40), answer.statusCode]).toEqual([payload.slice(0, 40), status]);
      expect(answer.headers["content-type"]).toMatch("application/problem+json");
      expect(answer.json()).toMatchObject({ status, type: /^urn:groundwork:problem:/, title: expect.any(String) });
    }
    expect((await get("/api/nothing")).json()).toMatchObject({ status: 404, code: "not-found" });
    expect((await get("/api/expenses/groups/%E0%A4%A")).statusCode).toBe(400);
  });

  it("names the fields that do not fit and never repeats their values", async () => {
    const payload = { email: "not-an-address", name: "N", password: "hunter2" };
    const answer = await server.app.inject({ method: "POST", url: "/api/account/sign-up", payload });
    expect(
      answer
        .json()
        .errors.map(({ pointer }: { pointer: string }) => pointer)
        .sort(),
    ).toEqual(["#/email", "#/password"]);
    expect(answer.body).not.toContain("hunter2");
  });

  it("sends security headers and a request id with every answer, refusals included", async () => {
    for (const url of ["/", "/api/account", "/nothing.txt", "/healthz"]) {
      const { headers } = await get(url);
      expect(headers["content-security-policy"]).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
      expect(headers["content-security-policy"]).not.toMatch(/script-src/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["strict-transport-security"]).toBeUndefined();
      expect(headers["x-request-id"]).toMatch(/^[\w-]{16}$/);
    }
    expect((await get("/api/account")).headers["cache-control"]).toBe("no-store");
    expect((await get("/healthz", { "x-request-id": "mine-1" })).headers["x-request-id"]).toBe("mine-1");
    expect((await get("/healthz", { "x-request-id": "a\tb" })).headers["x-request-id"]).not.toBe("a\tb");
  });

  it("tells live from ready", async () => {
    expect((await get("/healthz/live")).json()).toEqual({ live: true });
    expect((await get("/healthz")).json()).toEqual({ live: true, ready: true, database: opened.database.engine });
    const dead = await engine.open();
    const app = await testApp(dead.database);
    await dead.discard();
    const unready = await app.app.inject("/healthz");
    expect([unready.statusCode, unready.json().ready]).toEqual([503, false]);
    expect((await app.app.inject("/healthz/live")).statusCode).toBe(200);
    await app.close();
  });

  it("measures requests by the pattern of their route, for this machine or for who has the token", async () => {
    await get("/api/expenses/groups/01890000-0000-7000-8000-000000000000");
    const metrics = (await get("/metrics")).body;
    expect(metrics).toMatch(
      /http_request_seconds_bucket\{le="0.01",method="GET",route="\/api\/expenses\/groups\/:groupId",status="401"\}/,
    );
    expect(metrics).not.toContain("01890000");
    expect((await server.app.inject({ url: "/metrics", remoteAddress: "203.0.113.9" })).statusCode).toBe(403);
    const guarded = await testApp(opened.database, { metricsToken: "m-token" });
    expect((await guarded.app.inject("/metrics")).statusCode).toBe(403);
    expect(
      (await guarded.app.inject({ url: "/metrics", headers: { authorization: "Bearer m-token" } })).statusCode,
    ).toBe(200);
    await guarded.close();
  });

  it("documents every route: a name, its answers and its problems", async () => {
    const document = (await get("/docs/json")).json();
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods as object));
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain(undefined);
    for (const { responses } of operations) {
      expect(responses.default.content["application/problem+json"].schema.$ref).toBe("#/components/schemas/Problem");
    }
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(["Group", "GroupRecord", "Settlement", "Problem"]),
    );
    expect((await get("/docs")).statusCode).toBeLessThan(400);
  });

  it("serves the app at every page's address, its files, and nothing outside", async () => {
    for (const page of ["/", "/expenses", "/expenses/groups/x"])
      expect((await get(page)).body).toBe("<title>The app</title>");
    const asset = await get("/assets/a.js");
    expect([asset.body, asset.headers["cache-control"]]).toEqual(["1", "public, max-age=31536000, immutable"]);
    for (const path of ["/assets/b.js", "/../package.json", "/..%2f..%2fetc/passwd", "/api/x", "/docs/x/y"]) {
      expect([path, (await get(path)).statusCode]).toEqual([path, 404]);
    }
  });
});
