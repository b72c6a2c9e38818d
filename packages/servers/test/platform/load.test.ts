import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_LIMITS, type TestApp, testApp } from "../support/client.ts";
import { embedded, type TestDatabase } from "../support/engines.ts";

describe("a process under load", { timeout: 60_000 }, () => {
  let opened: TestDatabase;
  let server: TestApp;
  beforeAll(async () => {
    opened = await embedded.open();
    server = await testApp(opened.database, { limits: { ...TEST_LIMITS, maxEventLoopDelayMs: 100, startUpMs: 0 } });
  });
  afterAll(async () => {
    await server?.close();
    await opened?.discard();
  });
  const get = (url: string) => server.app.inject({ url, remoteAddress: "127.0.0.1" });

  it("sheds requests while its event loop lags, stays alive and measurable, and serves again afterwards", async () => {
    expect((await get("/docs/json")).statusCode).toBe(200);
    let shed = await get("/docs/json");
    for (let turn = 0; turn < 60 && shed.statusCode !== 503; turn++) {
      await work(250);
      shed = await get("/docs/json");
    }
    expect(shed.json()).toMatchObject({ status: 503, code: "busy" });
    expect(shed.headers["retry-after"]).toBe("2");
    expect((await get("/healthz")).statusCode).toBe(503);
    expect((await get("/healthz/live")).json()).toEqual({ live: true });
    expect((await get("/metrics")).body).toMatch(/http_request_seconds_count\{[^}]*status="503"\} /);
    await expect.poll(async () => (await get("/docs/json")).statusCode, { timeout: 20_000 }).toBe(200);
  });

  it("takes a lag while it starts for starting's own work", async () => {
    const starting = await testApp(opened.database, {
      limits: { ...TEST_LIMITS, maxEventLoopDelayMs: 1, startUpMs: 3_600_000 },
    });
    await work(1_500);
    expect((await starting.app.inject("/docs/json")).statusCode).toBe(200);
    await starting.close();
  });
});

/** Keeps the event loop busy, then gives it one turn. */
async function work(ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end);
  await new Promise((resolve) => setTimeout(resolve));
}
