import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "./problem.ts";

/** Requests a minute. */
export interface Limits {
  /** From one address, all routes together. */
  perAddress: number;
  /** By one account, all routes together. */
  perAccount: number;
  /** At one route that checks a password or sends a mail: from one address, and again for one e-mail address. */
  perSignIn: number;
  /** Answers 503 while the event loop lags so many milliseconds behind; 0 never does. */
  maxEventLoopDelayMs: number;
  /** So long after the start a lagging event loop is starting's own work, which is not shed. */
  startUpMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  perAddress: 1200,
  perAccount: 600,
  perSignIn: 20,
  maxEventLoopDelayMs: 1_000,
  startUpMs: 3_000,
};

/**
 * Limits by address and, for those signed in, by account; sheds load with 503 when the event loop falls behind.
 * Counted in this process: several processes allow several times as much.
 */
export async function limitRequests(app: FastifyInstance, limits: Limits): Promise<void> {
  await shedLoad(app, limits);
  await app.register(rateLimit, {
    global: true,
    max: limits.perAddress,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  });
  const account = app.createRateLimit({
    max: limits.perAccount,
    timeWindow: 60_000,
    keyGenerator: (request) => `account:${request.account?.id}`,
  });
  const address = app.createRateLimit({
    max: limits.perSignIn,
    timeWindow: 60_000,
    keyGenerator: (request) => `${request.routeOptions.url}:${request.ip}`,
  });
  const mailbox = app.createRateLimit({
    max: limits.perSignIn,
    timeWindow: 60_000,
    keyGenerator: (request) => `${request.routeOptions.url}:${bodyEmail(request)}`,
  });
  app.addHook("preHandler", async (request) => {
    if (request.account) await spend(account, request);
    if (!request.routeOptions.config.signIn) return;
    await spend(address, request);
    if (bodyEmail(request)) await spend(mailbox, request);
  });
}

async function shedLoad(app: FastifyInstance, { maxEventLoopDelayMs, startUpMs }: Limits): Promise<void> {
  const startedAt = performance.now();
  await app.register(underPressure, {
    maxEventLoopDelay: maxEventLoopDelayMs,
    pressureHandler: (request) => {
      // A busy process that answers "restart me" to its supervisor, or tells nobody how busy it is, only gets worse.
      if (request.routeOptions.config.neverShed || performance.now() - startedAt < startUpMs) return;
      throw new Problem(503, "busy", "The server is busy; try again shortly.", {}, { "retry-after": "2" });
    },
  });
}

async function spend(limit: ReturnType<FastifyInstance["createRateLimit"]>, request: FastifyRequest): Promise<void> {
  const state = await limit(request);
  if (!state.isAllowed && state.isExceeded) throw tooMany(state.ttl);
}

function tooMany(ttl: number): Problem {
  const seconds = Math.max(1, Math.ceil(ttl / 1000));
  return new Problem(
    429,
    "too-many-requests",
    `Too many requests; try again in ${seconds} s.`,
    {},
    { "retry-after": `${seconds}` },
  );
}

function bodyEmail(request: FastifyRequest): string | undefined {
  const email = (request.body as { email?: unknown } | null | undefined)?.email;
  return typeof email === "string" ? email.toLowerCase() : undefined;
}
