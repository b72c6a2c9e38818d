import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Type } from "typebox";
import { Problem } from "../problem.ts";
import { closed, email, id, secret, text, time } from "../schemas.ts";
import { accountId } from "./authenticate.ts";
import { checkOrigin } from "./check-origin.ts";
import * as service from "./service.ts";

const COOKIE = "groundwork_refresh";

/** Sign-up, sign-in, refresh, verification and reset, under /api/account. */
export function accountRoutes(instance: FastifyInstance, context: service.AccountsContext): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const account = closed(
    { id: id(), email: email(), name: text(80), verified: Type.Boolean(), createdAt: time() },
    "Account",
  );
  const session = closed({ account, accessToken: Type.String(), expiresInSeconds: Type.Integer() }, "Session");
  const password = Type.String({ minLength: 10, maxLength: 200 });
  const none = Type.Null();
  const open = { public: true };
  const guarded = { public: true, signIn: true };
  const sameSite = (request: Parameters<typeof checkOrigin>[0]) => checkOrigin(request, context.publicUrl);
  const tags = ["account"];

  function answer(reply: FastifyReply, { refreshToken, ...session }: service.Session) {
    const secure = context.publicUrl.startsWith("https:");
    const maxAge = service.SESSION_DAYS * 86_400;
    reply.setCookie(COOKIE, refreshToken, { path: "/api/account", httpOnly: true, sameSite: "strict", secure, maxAge });
    return session;
  }

  app.post(
    "/sign-up",
    {
      config: guarded,
      schema: {
        tags,
        operationId: "signUp",
        body: closed({ email: email(), name: text(80), password }),
        response: { 201: session },
      },
    },
    async ({ body }, reply) => reply.code(201).send(answer(reply, await service.signUp(context, body))),
  );
  app.post(
    "/sign-in",
    {
      config: guarded,
      schema: {
        tags,
        operationId: "signIn",
        body: closed({ email: email(), password: Type.String({ maxLength: 200 }) }),
        response: { 200: session },
      },
    },
    async ({ body }, reply) => answer(reply, await service.signIn(context, body)),
  );
  app.post(
    "/refresh",
    {
      config: open,
      onRequest: sameSite,
      schema: {
        tags,
        operationId: "refresh",
        description: "By the cookie that sign-in set.",
        response: { 200: session },
      },
    },
    async ({ cookies }, reply) => {
      const token = cookies[COOKIE];
      if (!token) throw new Problem(401, "signed-out", "There is no session; sign in.");
      return answer(reply, await service.refresh(context, token));
    },
  );
  app.post(
    "/sign-out",
    { config: open, onRequest: sameSite, schema: { tags, operationId: "signOut", response: { 204: none } } },
    async ({ cookies }, reply) => {
      const token = cookies[COOKIE];
      if (token) await service.signOut(context, token);
      return reply.clearCookie(COOKIE, { path: "/api/account" }).code(204).send(null);
    },
  );
  app.get("", { schema: { tags, operationId: "getAccount", response: { 200: account } } }, async (request) =>
    service.getAccount(context, accountId(request)),
  );
  app.patch(
    "",
    { schema: { tags, operationId: "renameAccount", body: closed({ name: text(80) }), response: { 200: account } } },
    async (request) => service.rename(context, accountId(request), request.body.name),
  );
  app.post(
    "/password",
    {
      config: { signIn: true },
      schema: {
        tags,
        operationId: "changePassword",
        description: "Ends every other session.",
        body: closed({ current: Type.String({ maxLength: 200 }), next: password }),
        response: { 200: session },
      },
    },
    async (request, reply) => answer(reply, await service.changePassword(context, accountId(request), request.body)),
  );
  app.post(
    "/verification",
    { config: { signIn: true }, schema: { tags, operationId: "sendVerification", response: { 204: none } } },
    async (request, reply) => {
      await service.sendVerification(context, accountId(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/verify",
    {
      config: guarded,
      schema: { tags, operationId: "verifyEmail", body: closed({ token: secret() }), response: { 200: account } },
    },
    async ({ body }) => service.verify(context, body.token),
  );
  app.post(
    "/reset-request",
    {
      config: guarded,
      schema: { tags, operationId: "requestPasswordReset", body: closed({ email: email() }), response: { 204: none } },
    },
    async ({ body }, reply) => {
      await service.requestReset(context, body.email);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/reset",
    {
      config: guarded,
      schema: {
        tags,
        operationId: "resetPassword",
        body: closed({ token: secret(), password }),
        response: { 204: none },
      },
    },
    async ({ body }, reply) => {
      await service.resetPassword(context, body.token, body.password);
      return reply.code(204).send(null);
    },
  );
}
