import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { accountId } from "../../platform/accounts/authenticate.ts";
import type { Platform } from "../../platform/platform.ts";
import { closed, id, secret, text, time } from "../../platform/schemas.ts";
import { givenRole, groupSchema, inGroup } from "../schemas.ts";
import * as service from "./service.ts";

/** Invitations: links that let one person in. Tokens travel in bodies, never in addresses, which are logged. */
export function invitationRoutes(instance: FastifyInstance, platform: Platform): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ["expenses"];
  const params = inGroup();
  const invitation = closed(
    {
      id: id(),
      memberId: Type.Optional(id()),
      role: givenRole(),
      createdBy: id(),
      createdAt: time(),
      expiresAt: time(),
    },
    "Invitation",
  );
  const preview = closed(
    {
      groupName: text(80),
      invitedBy: text(80),
      memberName: Type.Optional(text(80)),
      role: givenRole(),
      expiresAt: time(),
    },
    "InvitationPreview",
  );
  const tokenBody = closed({ token: secret() });

  app.get(
    "/groups/:groupId/invitations",
    {
      schema: {
        tags,
        operationId: "listInvitations",
        params,
        response: { 200: closed({ invitations: Type.Array(invitation) }) },
      },
    },
    async (request) => ({
      invitations: await service.listInvitations(platform, accountId(request), request.params.groupId),
    }),
  );
  app.post(
    "/groups/:groupId/invitations",
    {
      schema: {
        tags,
        operationId: "createInvitation",
        description: "With `memberId`, whoever accepts takes that place over. The token is shown this once.",
        params,
        body: closed({ memberId: Type.Optional(id()), role: Type.Optional(givenRole()) }),
        response: { 201: closed({ invitation, token: secret(), link: Type.String() }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await service.createInvitation(platform, accountId(request), request.params.groupId, request.body)),
  );
  app.delete(
    "/groups/:groupId/invitations/:invitationId",
    {
      schema: {
        tags,
        operationId: "revokeInvitation",
        params: closed({ groupId: id(), invitationId: id() }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await service.revokeInvitation(platform, accountId(request), request.params);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/invitations/preview",
    { schema: { tags, operationId: "previewInvitation", body: tokenBody, response: { 200: preview } } },
    async ({ body }) => service.previewInvitation(platform, body.token),
  );
  app.post(
    "/invitations/accept",
    { schema: { tags, operationId: "acceptInvitation", body: tokenBody, response: { 200: groupSchema() } } },
    async (request) => service.acceptInvitation(platform, accountId(request), request.body.token),
  );
}
