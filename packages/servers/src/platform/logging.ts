import type { FastifyRequest, FastifyServerOptions } from "fastify";

/**
 * Options of a logger that writes one JSON line an event and no secret: a request is its method and the pattern of its
 * route (an address may hold a token, a header always does), never its body.
 */
export function loggerOptions(level: string): Exclude<FastifyServerOptions["logger"], undefined> {
  return {
    level,
    redact: { paths: ["*.password", "*.token", "*.authorization", "*.cookie"], remove: true },
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        route: request.routeOptions?.url,
        address: request.ip,
      }),
      res: (reply) => ({ status: reply.statusCode ?? 0 }),
      err: (error) => ({ type: error.name, code: error.code, message: error.message, stack: error.stack ?? "" }),
    },
  };
}
