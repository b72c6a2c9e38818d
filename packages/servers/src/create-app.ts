import { randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import fastify, { type FastifyInstance } from "fastify";
import { accounts } from "./platform/accounts/accounts.ts";
import { authenticate } from "./platform/accounts/authenticate.ts";
import { DEFAULT_PASSWORD_COST } from "./platform/accounts/password.ts";
import { accountRoutes } from "./platform/accounts/routes.ts";
import { answerProblems } from "./platform/answer-problems.ts";
import type { Database } from "./platform/database/database.ts";
import { serveHealth } from "./platform/health.ts";
import { DEFAULT_LIMITS, type Limits, limitRequests } from "./platform/limits.ts";
import { loggerOptions } from "./platform/logging.ts";
import { type SendMail, sendInBackground } from "./platform/mail.ts";
import { createMetrics, type Metrics, serveMetrics } from "./platform/metrics.ts";
import { serveDocuments } from "./platform/openapi.ts";
import { setSecurityHeaders } from "./platform/security-headers.ts";
import { type StaticFolders, serveStaticFiles } from "./platform/static-files.ts";
import type { System } from "./platform/system.ts";
import { createTurns } from "./platform/turns.ts";
import { systems as allSystems } from "./systems.ts";

export interface AppOptions {
  /** Migrated already, see `migrate`. The app does not close it. */
  database: Database;
  /** Signs access tokens; at least 32 bytes, the same in every process over one database. */
  tokenSecret: Uint8Array;
  sendMail: SendMail;
  /** Where people open the app, such as `https://money.example`. */
  publicUrl: string;
  clock?: () => number;
  random?: (size: number) => Uint8Array;
  systems?: readonly System[];
  limits?: Partial<Limits>;
  /** A pino level; `silent` unless told. */
  logLevel?: string;
  metrics?: Metrics;
  /** Without one, /metrics answers this machine only. */
  metricsToken?: string | undefined;
  folders?: StaticFolders;
  /** Believe `X-Forwarded-*` of the proxy in front. */
  trustProxy?: boolean;
  /** log2 of scrypt's N. */
  passwordCost?: number;
}

/** The servers as one Fastify app, ready to listen or to be injected requests. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, tokenSecret, sendMail, clock = Date.now, random = randomBytes, systems = allSystems } = options;
  if (tokenSecret.length < 32) {
    throw new RangeError(`Expected \`tokenSecret\` to be at least 32 bytes, got ${tokenSecret.length}.`);
  }
  const publicUrl = options.publicUrl.replace(/\/+$/, "");
  const app = fastify({
    logger: loggerOptions(options.logLevel ?? "silent"),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 128 * 1024,
    requestTimeout: 30_000,
    genReqId: (request) => requestId(request.headers["x-request-id"]) ?? Buffer.from(random(12)).toString("base64url"),
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
  });
  const mail = sendInBackground(sendMail, (error) => app.log.error({ err: error }, "mail was not sent"));
  app.addHook("onClose", mail.sent);
  const platform = { database, clock, random, sendMail: mail.send, publicUrl, inTurn: createTurns() };
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  answerProblems(app);
  await setSecurityHeaders(app, publicUrl);
  serveMetrics(app, options.metrics ?? createMetrics(), options.metricsToken);
  await limitRequests(app, { ...DEFAULT_LIMITS, ...options.limits });
  await app.register(cookie);
  authenticate(app, platform, tokenSecret);
  serveHealth(app, database);
  await serveDocuments(app, [accounts, ...systems]);

  const passwordCost = options.passwordCost ?? DEFAULT_PASSWORD_COST;
  await app.register(async (scope) => accountRoutes(scope, { ...platform, tokenSecret, passwordCost }), {
    prefix: "/api/account",
  });
  for (const system of systems) {
    await app.register(async (scope) => system.routes(scope, platform), { prefix: `/api/${system.name}` });
  }
  await serveStaticFiles(app, options.folders ?? {});
  await app.ready();
  return app;
}

/** A caller's id is kept when it is harmless in a log. */
function requestId(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" && /^[\w.-]{1,64}$/.test(header) ? header : undefined;
}
