import { type AppOptions, createApp, type Database, type Mail } from "@groundwork/servers";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";

/** An app over a test's database whose time, mails and limits the test holds. */
export interface TestApp {
  app: FastifyInstance;
  mails: Mail[];
  /** Milliseconds since 1970; the test may set it. */
  time: { now: number };
  /** Signs somebody new up. */
  person(name: string): Promise<Person>;
  close(): Promise<void>;
}

/** Somebody signed in. */
export interface Person {
  id: string;
  email: string;
  token: string;
  send(method: Method, path: string, body?: unknown): Promise<LightMyRequestResponse>;
  /** The body of an answer that must be a success. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect.
  ok(method: Method, path: string, body?: unknown): Promise<any>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export const TEST_LIMITS = {
  perAddress: 1_000_000,
  perAccount: 1_000_000,
  perSignIn: 1_000_000,
  maxEventLoopDelayMs: 0,
  startUpMs: 0,
};

let people = 0;

export async function testApp(database: Database, options: Partial<AppOptions> = {}): Promise<TestApp> {
  const mails: Mail[] = [];
  const time = { now: Date.now() };
  const app = await createApp({
    database,
    tokenSecret: Buffer.alloc(32, 7),
    sendMail: async (mail) => void mails.push(mail),
    publicUrl: "http://groundwork.test",
    clock: () => time.now,
    limits: TEST_LIMITS,
    passwordCost: 4,
    ...options,
  });
  return {
    app,
    mails,
    time,
    close: () => app.close(),
    person: async (name) => {
      const email = `${name.toLowerCase()}.${++people}@example.org`;
      const payload = { email, name, password: "a long password" };
      const answer = await app.inject({ method: "POST", url: "/api/account/sign-up", payload });
      if (answer.statusCode !== 201) throw new Error(`Sign-up failed: ${answer.body}`);
      const { account, accessToken } = answer.json();
      return actAs(app, { id: account.id, email, token: accessToken });
    },
  };
}

export function actAs(app: FastifyInstance, { id, email, token }: Pick<Person, "id" | "email" | "token">): Person {
  const send: Person["send"] = (method, url, body) =>
    app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { payload: body as object }),
    });
  return {
    id,
    email,
    token,
    send,
    ok: async (method, path, body) => {
      const answer = await send(method, path, body);
      if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
      return answer.body ? answer.json() : undefined;
    },
  };
}
