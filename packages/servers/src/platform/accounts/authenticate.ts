import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Platform } from "../platform.ts";
import { Problem } from "../problem.ts";
import { readAccessToken, type SignedIn } from "./access-token.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whom the request acts for; null on public routes. */
    account: SignedIn | null;
  }
  interface FastifyContextConfig {
    /** Answers without an access token; everything else under /api asks for one. */
    public?: boolean;
    /** Checks a password or sends a mail: limited more tightly. */
    signIn?: boolean;
    /** Is answered however busy the process is. */
    neverShed?: boolean;
  }
}

/** Asks every route under /api for an access token, unless its configuration says `public`. */
export function authenticate(app: FastifyInstance, { clock }: Pick<Platform, "clock">, secret: Uint8Array): void {
  app.decorateRequest("account", null);
  app.addHook("onRequest", async (request) => {
    const { url, config } = request.routeOptions;
    if (config.public || !url?.startsWith("/api/")) return;
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
    request.account = (token && (await readAccessToken(token, secret, clock()))) || null;
    if (!request.account) {
      throw new Problem(
        401,
        "signed-out",
        "Send a current access token; sign in or refresh for one.",
        {},
        { "www-authenticate": "Bearer" },
      );
    }
  });
}

/** The id of the account that the request acts for. */
export function accountId(request: FastifyRequest): string {
  if (!request.account) throw new Problem(401, "signed-out", "Sign in first.");
  return request.account.id;
}
