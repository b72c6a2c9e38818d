import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actAs, TEST_LIMITS, type TestApp, testApp } from "../support/client.ts";
import { onEachEngine, type TestDatabase } from "../support/engines.ts";

const ORIGIN = { origin: "http://groundwork.test" };

onEachEngine("accounts", (engine) => {
  let opened: TestDatabase;
  let server: TestApp;
  beforeAll(async () => {
    opened = await engine.open();
    server = await testApp(opened.database);
  });
  afterAll(async () => {
    await server?.close();
    await opened?.discard();
  });

  const post = (path: string, payload?: object, headers: Record<string, string> = {}) =>
    server.app.inject({ method: "POST", url: `/api/account${path}`, headers, ...(payload ? { payload } : {}) });
  const cookieOf = (answer: Awaited<ReturnType<typeof post>>) =>
    answer.cookies.find(({ name }) => name === "groundwork_refresh");
  const refresh = (cookie: string, headers: Record<string, string> = ORIGIN) =>
    post("/refresh", undefined, { ...headers, cookie: `groundwork_refresh=${cookie}` });
  const lastToken = (email: string) => {
    const mail = server.mails.findLast(({ to }) => to === email);
    return /#(\S{43})/.exec(mail?.text ?? "")?.[1] ?? "";
  };

  it("signs up, signs in whatever the case of the address, and keeps the refresh token out of scripts' reach", async () => {
    const email = "Mixed.Case@Example.org";
    const up = await post("/sign-up", { email, name: " Mia ", password: "correct horse battery" });
    expect(up.statusCode).toBe(201);
    expect(up.json().account).toMatchObject({ email: "mixed.case@example.org", name: "Mia", verified: false });
    expect(up.body).not.toContain(cookieOf(up)!.value);
    expect(cookieOf(up)).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/api/account" });
    const signedIn = await post("/sign-in", { email: "mixed.case@example.org", password: "correct horse battery" });
    expect(signedIn.statusCode).toBe(200);
    expect((await post("/sign-up", { email, name: "Other", password: "correct horse battery" })).json()).toMatchObject({
      code: "email-taken",
    });
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const person = await server.person("Pat");
    const wrong = await post("/sign-in", { email: person.email, password: "not the password" });
    const unknown = await post("/sign-in", { email: "nobody@example.org", password: "not the password" });
    expect([wrong.statusCode, wrong.body]).toEqual([401, unknown.body]);
  });

  it("stores no password and no token in the clear", async () => {
    const up = await post("/sign-up", { email: "clear@example.org", name: "Cleo", password: "swordfish-swordfish" });
    const stored = await Promise.all(
      ["accounts", "account_refresh_tokens", "account_mail_tokens", "account_sessions"].map(async (table) =>
        JSON.stringify((await sql.raw(`select t::text from ${table} t`).execute(opened.database.connection)).rows),
      ),
    );
    for (const secret of ["swordfish", cookieOf(up)!.value, up.json().accessToken, lastToken("clear@example.org")]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(stored.join()).not.toContain(secret);
    }
  });

  it("rotates the refresh token, forgives two tabs, and ends the session when an old one comes back", async () => {
    const first = cookieOf(
      await post("/sign-up", { email: "tabs@example.org", name: "Tab", password: "a long password" }),
    )!.value;
    const second = await refresh(first);
    expect(second.statusCode).toBe(200);
    expect(cookieOf(second)!.value).not.toBe(first);
    const otherTab = await refresh(first);
    expect(otherTab.statusCode).toBe(200);
    server.time.now += 11_000;
    expect((await refresh(first)).json()).toMatchObject({ status: 401, code: "signed-out" });
    // The copy ended the session for everybody who holds a token of it.
    expect((await refresh(cookieOf(second)!.value)).statusCode).toBe(401);
    expect((await refresh(cookieOf(otherTab)!.value)).statusCode).toBe(401);
  });

  it("refuses the cookie from another site, without an Origin, and after thirty days", async () => {
    const { value } = cookieOf(
      await post("/sign-up", { email: "origin@example.org", name: "Ori", password: "a long password" }),
    )!;
    expect((await refresh(value, { origin: "https://evil.example" })).json()).toMatchObject({
      status: 403,
      code: "wrong-origin",
    });
    expect((await refresh(value, {})).statusCode).toBe(403);
    expect((await refresh(value, { origin: "null" })).statusCode).toBe(403);
    const before = server.time.now;
    server.time.now += 30 * 86_400_000;
    expect((await refresh(value)).statusCode).toBe(401);
    server.time.now = before;
    expect((await refresh(value)).statusCode).toBe(200);
  });

  it("signs out: the refresh token is dead", async () => {
    const { value } = cookieOf(
      await post("/sign-up", { email: "out@example.org", name: "Out", password: "a long password" }),
    )!;
    const out = await post("/sign-out", undefined, { ...ORIGIN, cookie: `groundwork_refresh=${value}` });
    expect(out.statusCode).toBe(204);
    expect((await refresh(value)).statusCode).toBe(401);
  });

  it("verifies an address by the mailed link, once, and within three days", async () => {
    const person = await server.person("Vera");
    const token = lastToken(person.email);
    expect((await post("/verify", { token })).json()).toMatchObject({ verified: true });
    expect((await post("/verify", { token })).json()).toMatchObject({ status: 410, code: "link-expired" });
    const late = await server.person("Late");
    const before = server.time.now;
    server.time.now += 3 * 86_400_000;
    expect((await post("/verify", { token: lastToken(late.email) })).statusCode).toBe(410);
    server.time.now = before;
  });

  it("resets a password by the mailed link and ends every session", async () => {
    const up = await post("/sign-up", { email: "reset@example.org", name: "Res", password: "the old password" });
    const verification = lastToken("reset@example.org");
    expect((await post("/reset-request", { email: "RESET@example.org" })).statusCode).toBe(204);
    const token = lastToken("reset@example.org");
    expect(token).not.toBe(verification);
    expect((await post("/reset", { token: verification, password: "the new password" })).statusCode).toBe(410);
    expect((await post("/reset", { token, password: "the new password" })).statusCode).toBe(204);
    expect((await post("/reset", { token, password: "yet another one" })).statusCode).toBe(410);
    expect((await refresh(cookieOf(up)!.value)).statusCode).toBe(401);
    expect((await post("/sign-in", { email: "reset@example.org", password: "the old password" })).statusCode).toBe(401);
    expect((await post("/sign-in", { email: "reset@example.org", password: "the new password" })).statusCode).toBe(200);
  });

  it("does not tell by a reset request whether there is an account", async () => {
    const count = server.mails.length;
    const answer = await post("/reset-request", { email: "nobody.at.all@example.org" });
    expect([answer.statusCode, answer.body]).toEqual([204, ""]);
    expect(server.mails).toHaveLength(count);
  });

  it("changes the password of who knows it, and keeps no other session", async () => {
    const up = await post("/sign-up", { email: "change@example.org", name: "Cha", password: "the old password" });
    const person = actAs(server.app, { id: "", email: "", token: up.json().accessToken });
    const wrong = await person.send("POST", "/api/account/password", { current: "no", next: "the new password" });
    expect(wrong.statusCode).toBe(403);
    const changed = await person.send("POST", "/api/account/password", {
      current: "the old password",
      next: "the new password",
    });
    expect((await refresh(cookieOf(up)!.value)).statusCode).toBe(401);
    expect((await refresh(cookieOf(changed as never)!.value)).statusCode).toBe(200);
  });

  describe("limits", () => {
    it("slows guesses at one account down, from any address, and says when to try again", async () => {
      const strict = await testApp(opened.database, { limits: { ...TEST_LIMITS, perSignIn: 3 } });
      const guess = (remoteAddress: string) =>
        strict.app.inject({
          method: "POST",
          url: "/api/account/sign-in",
          remoteAddress,
          payload: { email: "target@example.org", password: "guess" },
        });
      const codes: number[] = [];
      for (let i = 0; i < 5; i++) codes.push((await guess(`10.0.0.${i}`)).statusCode);
      expect(codes).toEqual([401, 401, 401, 429, 429]);
      const refused = await guess("10.0.0.9");
      expect(refused.json()).toMatchObject({ status: 429, code: "too-many-requests" });
      expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
      await strict.close();
    });

    it("limits an account and an address", async () => {
      const strict = await testApp(opened.database, { limits: { ...TEST_LIMITS, perAccount: 3, perAddress: 8 } });
      const person = await strict.person("Fast");
      const codes: number[] = [];
      for (let i = 0; i < 4; i++) codes.push((await person.send("GET", "/api/account")).statusCode);
      expect(codes).toEqual([200, 200, 200, 429]);
      for (let i = 0; i < 4; i++) codes.push((await strict.app.inject("/docs/json")).statusCode);
      expect(codes.slice(4)).toEqual([200, 200, 200, 429]);
      await strict.close();
    });
  });
});
