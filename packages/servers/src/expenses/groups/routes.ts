import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { accountId } from "../../platform/accounts/authenticate.ts";
import type { Platform } from "../../platform/platform.ts";
import { closed, id, text } from "../../platform/schemas.ts";
import { currency, givenRole, groupSchema, groupSummarySchema, inGroup, memberSchema, role } from "../schemas.ts";
import * as service from "./service.ts";

/** Groups and their members. */
export function groupRoutes(instance: FastifyInstance, platform: Platform): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ["expenses"];
  const group = groupSchema();
  const member = memberSchema();
  const params = inGroup();
  const memberParams = closed({ groupId: id(), memberId: id() });

  app.get(
    "/groups",
    {
      schema: {
        tags,
        operationId: "listGroups",
        response: { 200: closed({ groups: Type.Array(groupSummarySchema()) }) },
      },
    },
    async (request) => ({ groups: await service.listGroups(platform, accountId(request)) }),
  );
  app.post(
    "/groups",
    {
      schema: {
        tags,
        operationId: "createGroup",
        description: "You become its owner; `members` take part without an account until they accept an invitation.",
        body: closed({
          name: text(80),
          currency: currency(),
          members: Type.Optional(Type.Array(text(80), { maxItems: 50 })),
        }),
        response: { 201: group },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await service.createGroup(platform, accountId(request), request.body)),
  );
  app.get(
    "/groups/:groupId",
    { schema: { tags, operationId: "getGroup", params, response: { 200: group } } },
    async (request) => service.getGroup(platform, accountId(request), request.params.groupId),
  );
  app.patch(
    "/groups/:groupId",
    {
      schema: {
        tags,
        operationId: "changeGroup",
        description: "Owners only. An archived group can be read, not written to.",
        params,
        body: closed({ name: Type.Optional(text(80)), archived: Type.Optional(Type.Boolean()) }),
        response: { 200: group },
      },
    },
    async (request) => service.changeGroup(platform, accountId(request), request.params.groupId, request.body),
  );
  app.post(
    "/groups/:groupId/members",
    {
      schema: {
        tags,
        operationId: "addMember",
        description: "Adds somebody without an account.",
        params,
        body: closed({ name: text(80), role: Type.Optional(givenRole()) }),
        response: { 201: member },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await service.addMember(platform, accountId(request), request.params.groupId, request.body)),
  );
  app.patch(
    "/groups/:groupId/members/:memberId",
    {
      schema: {
        tags,
        operationId: "changeMember",
        description: "Owners change roles; whoever can write renames.",
        params: memberParams,
        body: closed({ name: Type.Optional(text(80)), role: Type.Optional(role()) }),
        response: { 200: member },
      },
    },
    async (request) => service.changeMember(platform, accountId(request), request.params, request.body),
  );
  app.delete(
    "/groups/:groupId/members/:memberId",
    {
      schema: {
        tags,
        operationId: "removeMember",
        description: "You leave, or an owner removes you. Refused while the balance is not zero.",
        params: memberParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await service.removeMember(platform, accountId(request), request.params);
      return reply.code(204).send(null);
    },
  );
}
