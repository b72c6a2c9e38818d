import type { FastifyRequest } from "fastify";
import { Problem } from "../problem.ts";

/**
 * Refuses a request that carries the cookie from another site's page. Browsers name the page's origin with every POST;
 * it must be the one that the app is reached at.
 */
export async function checkOrigin(request: FastifyRequest, publicUrl: string): Promise<void> {
  const { origin } = request.headers;
  if (origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`) return;
  throw new Problem(403, "wrong-origin", `Expected the Origin of this site, got ${origin ?? "none"}.`);
}
