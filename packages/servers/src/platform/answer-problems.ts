import type { FastifyError, FastifyInstance, FastifyReply, FastifySchemaValidationError } from "fastify";
import { notFound, Problem, problemDetails } from "./problem.ts";

/** Answers every failure as problem details, and only a failure of ours as a 5xx, which is logged with its cause. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error);
    if (problem.statusCode >= 500) request.log.error({ err: error }, "request failed");
    return sendProblem(reply, problem);
  });
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.statusCode)
    .headers(problem.headers)
    .type("application/problem+json")
    .serializer(JSON.stringify)
    .send(problemDetails(problem));
}

/** The problem that a thrown value stands for. */
export function toProblem(error: Partial<FastifyError> & { constraint?: string }): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return invalidRequest(error.validation, error.validationContext);
  const { code = "", statusCode } = error;
  if (statusCode === 404) return notFound();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem(statusCode, CODES[statusCode] ?? "bad-request", error.message ?? "The request was refused.");
  }
  return databaseProblem(code, error) ?? new Problem(500, "internal", "Something went wrong on our side.");
}

const CODES: Readonly<Record<number, string>> = {
  413: "too-large",
  415: "unsupported-media-type",
  429: "too-many-requests",
};

function invalidRequest(errors: readonly FastifySchemaValidationError[], context = "body"): Problem {
  // Only where and why: a value may be a password.
  const details = errors.slice(0, 20).map(({ instancePath = "", message = "does not fit", params }) => {
    const named = params as { requiredProperties?: string[]; additionalProperties?: string[] };
    const names = [...(named.requiredProperties ?? []), ...(named.additionalProperties ?? [])];
    return { pointer: `#${instancePath}`, detail: names.length > 0 ? `${message}: ${names.join(", ")}` : message };
  });
  const [first] = details;
  const detail = `The ${context === "querystring" ? "query" : context} does not fit: ${first?.pointer} ${first?.detail}.`;
  return new Problem(400, "invalid-request", detail, { errors: details });
}

/** Constraints are the last line, behind the services' own checks: what they refuse is the request's fault too. */
function databaseProblem(
  code: string,
  { constraint, message }: { constraint?: string; message?: string },
): Problem | undefined {
  const rule = constraint ? ` (${constraint})` : "";
  if (code === "23505") return new Problem(409, "conflict", `Something like this exists already${rule}.`);
  if (code === "23503") return new Problem(409, "conflict", `This refers to something that is not there${rule}.`);
  if (code === "23514" || code === "23502")
    return new Problem(422, "constraint", `This breaks a rule of the data${rule}.`);
  if (code.startsWith("22")) return new Problem(400, "invalid-request", "A value cannot be stored as it was sent.");
  const busy = ["40001", "40P01", "53300", "55P03", "57014", "57P01", "57P03", "ECONNREFUSED", "ECONNRESET"];
  if (busy.includes(code) || message === POOL_TIMEOUT) {
    return new Problem(503, "busy", "The database is busy; try again shortly.", {}, { "retry-after": "1" });
  }
  return undefined;
}

/** What pg says when no connection came free in time; it has no code. */
const POOL_TIMEOUT = "timeout exceeded when trying to connect";
