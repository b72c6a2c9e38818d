import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PORT = 20_000 + (process.pid % 20_000);
const BASE = `http://127.0.0.1:${PORT}`;

/** The server as people start it, from its sources. */
describe("the process", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-process-"));
  const started = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of started) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  function run(environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, ["--import", "tsx", "--conditions=@groundwork/source", "src/main.ts"], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, PORT: String(PORT), DATA_FOLDER: folder, ...environment },
    });
    started.add(child);
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    const exited = new Promise<number | null>((resolve) => child.on("exit", resolve));
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on("data", () => output.includes("ready at") && resolve());
      exited.then((code) => reject(new Error(`exited with ${code}: ${output}`)));
    });
    ready.catch(() => {});
    return { child, exited, ready, output: () => output };
  }
  async function call(method: string, path: string, { token, body }: { token?: string; body?: object } = {}) {
    const answer = await fetch(BASE + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  it("loses nothing acknowledged when it is killed in the middle of writes, and starts again over the stale lock", async () => {
    const first = run();
    await first.ready;
    const credentials = { email: "ada@demo.example", password: "groundwork-demo" };
    const { accessToken: token } = await call("POST", "/api/account/sign-in", { body: credentials });
    const group = await call("POST", "/api/expenses/groups", {
      token,
      body: { name: "Killed", currency: "EUR", members: ["Ben"] },
    });
    const [from, to] = group.members.map((member: { id: string }) => member.id);
    const path = `/api/expenses/groups/${group.id}`;
    const acknowledged = new Set<string>();
    let sent = 0;
    const writer = async () => {
      for (;;) {
        const id = crypto.randomUUID();
        sent++;
        const body = { id, from, to, amount: 100, paidOn: "2026-05-01" };
        await call("POST", `${path}/payments`, { token, body });
        acknowledged.add(id);
        if (acknowledged.size === 40) first.child.kill("SIGKILL");
      }
    };
    await Promise.allSettled([writer(), writer(), writer(), writer()]);
    await first.exited;
    expect(acknowledged.size).toBeGreaterThanOrEqual(40);
    expect(sent).toBeGreaterThan(acknowledged.size);

    const second = run();
    await second.ready;
    const kept = new Map<string, number>();
    let next = "";
    do {
      const page = await call("GET", `${path}/records?limit=100${next && `&cursor=${next}`}`, { token });
      for (const record of page.records) kept.set(record.id, record.amount);
      next = page.next ?? "";
    } while (next);
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    expect(kept.size).toBeLessThanOrEqual(sent);
    const { balances, sum } = await call("GET", `${path}/balances`, { token });
    expect(sum).toBe(0);
    expect(balances.find((row: { memberId: string }) => row.memberId === from).amount).toBe(kept.size * 100);
    expect(await call("GET", `${path}/measurements`, { token })).toMatchObject({ recountAgrees: true, sum: 0 });

    const third = run({ PORT: String(PORT + 1) });
    expect(await third.exited).toBe(1);
    expect(third.output()).toMatch(/is in use by process \d+; stop it, or set DATA_FOLDER/);

    second.child.kill("SIGINT");
    expect(await second.exited).toBe(0);
    const free = createServer();
    await new Promise<void>((resolve, reject) => free.once("error", reject).listen(PORT, "127.0.0.1", resolve));

    const taken = run();
    expect(await taken.exited).toBe(1);
    expect(taken.output().trim()).toBe(
      `Port ${PORT} is taken; stop what listens there, or choose another: PORT=${PORT + 1}.`,
    );
    free.close();
  });

  it("writes what happened into its log, and no password, token, cookie, mail or body", async () => {
    const own = join(folder, "logged");
    const server = run({
      PORT: String(PORT + 2),
      DATA_FOLDER: own,
      LOG_LEVEL: "trace",
      METRICS_TOKEN: "metrics-token-of-the-test",
      DEMO: "0",
      TRUST_PROXY: "1",
    });
    await server.ready;
    const send = (path: string, body?: object, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${PORT + 2}${path}`, {
        method: body ? "POST" : "GET",
        headers: { origin: `http://localhost:${PORT + 2}`, "content-type": "application/json", ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const mailed = async () => {
      const outbox = join(own, "outbox");
      await expect.poll(() => (existsSync(outbox) ? readdirSync(outbox).length : 0)).toBe(1);
      const [file] = readdirSync(outbox);
      const text = readFileSync(join(outbox, file!), "utf8").replaceAll("=\r\n", "");
      rmSync(join(outbox, file!));
      return /#(?:3D)?(\S{43})/.exec(text)?.[1] ?? "";
    };
    const email = "secretive@example.org";
    const up = await send("/api/account/sign-up", { email, name: "Sec", password: "first secret password" });
    const { accessToken } = await up.json();
    const bearer = { authorization: `Bearer ${accessToken}` };
    const cookie = up.headers.getSetCookie()[0]!.split(";")[0]!;
    const verification = await mailed();
    expect((await send("/api/account/verify", { token: verification })).status).toBe(200);
    expect((await send("/api/account/reset-request", { email })).status).toBe(204);
    const reset = await mailed();
    expect((await send("/api/account/sign-in", { email, password: "wrong secret password" })).status).toBe(401);
    expect((await send("/api/account/refresh", {}, { cookie })).status).toBe(200);
    expect((await send("/metrics", undefined, { authorization: "Bearer metrics-token-of-the-test" })).status).toBe(200);
    expect((await send(`/api/account?token=in-the-query&password=in-the-query`, undefined, bearer)).status).toBe(200);
    const group = await (await send("/api/expenses/groups", { name: "Private group", currency: "EUR" }, bearer)).json();
    const invited = await (await send(`/api/expenses/groups/${group.id}/invitations`, {}, bearer)).json();
    expect((await send("/api/expenses/invitations/preview", { token: invited.token }, bearer)).status).toBe(200);
    expect((await send("/api/account/reset", { token: reset, password: "second secret password" })).status).toBe(204);
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(0);

    const log = server.output();
    const lines = log.split("\n").filter((line) => line.startsWith("{"));
    const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.req);
    expect(requests.length).toBeGreaterThanOrEqual(10);
    expect(requests.map((line) => line.req.route)).toContain("/api/expenses/groups/:groupId/invitations");
    expect(requests.every((line) => typeof line.reqId === "string")).toBe(true);
    const secrets = {
      password: "secret password",
      accessToken,
      refreshToken: cookie.split("=")[1]!,
      verification,
      reset,
      invitation: invited.token as string,
      metricsToken: "metrics-token-of-the-test",
      sessionSecret: readFileSync(join(own, "secret"), "utf8"),
      query: "in-the-query",
      body: "Private group",
      email,
    };
    for (const [name, secret] of Object.entries(secrets)) {
      expect([name, secret.length >= 10]).toEqual([name, true]);
      expect([name, log.includes(secret)]).toEqual([name, false]);
    }
  });

  it("refuses a configuration that does not fit, a line each", async () => {
    const wrong = run({ PORT: "many", LOG_LEVEL: "loud" });
    expect(await wrong.exited).toBe(1);
    expect(wrong.output().trim().split("\n")).toHaveLength(2);
  });
});
