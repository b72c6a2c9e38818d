import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { LogEvent } from "kysely";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { Problem } from "./problem.ts";

/** The registry of one app and its histogram of statements, to be handed to the database's log. */
export interface Metrics {
  registry: Registry;
  observeStatement(event: LogEvent): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const statements = new Histogram({
    name: "database_statement_seconds",
    help: "Time of one SQL statement, waiting for a connection included.",
    labelNames: ["outcome"],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  return {
    registry,
    observeStatement: ({ level, queryDurationMillis }) =>
      statements.observe({ outcome: level === "error" ? "error" : "ok" }, queryDurationMillis / 1000),
  };
}

/**
 * Measures every request by route and serves `/metrics` to Prometheus: to this machine only, or, when a token is set,
 * to whoever sends it as a bearer token.
 */
export function serveMetrics(app: FastifyInstance, { registry }: Metrics, token: string | undefined): void {
  const requests = new Histogram({
    name: "http_request_seconds",
    help: "Time from a request's arrival to the end of its answer.",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  collectDefaultMetrics({ register: registry });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "(none)";
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", { schema: { hide: true }, config: { neverShed: true } }, async (request, reply) => {
    const allowed = token ? holds(request.headers.authorization, token) : LOOPBACK.includes(request.ip);
    if (!allowed) throw new Problem(403, "forbidden", "Metrics are not for you.");
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** Takes the same time however much of the token was guessed. */
function holds(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
}

const LOOPBACK: readonly string[] = ["127.0.0.1", "::1", "::ffff:127.0.0.1"];
