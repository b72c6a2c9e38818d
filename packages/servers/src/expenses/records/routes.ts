import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { accountId } from "../../platform/accounts/authenticate.ts";
import type { Platform } from "../../platform/platform.ts";
import { closed, id, pageSize } from "../../platform/schemas.ts";
import { inGroup } from "../schemas.ts";
import { listHistory } from "./list-history.ts";
import { getRecord, listRecords } from "./read-records.ts";
import { expenseInputSchema, historyLineSchema, paymentInputSchema, recordSchema } from "./schemas.ts";
import * as service from "./service.ts";

const TWICE = "Choose the `id` yourself and the request can be repeated: it is written once.";
const VERSION = "`version` is the one that you saw; when somebody changed it meanwhile you get 409.";

/** Expenses, payments and the history of a group. */
export function recordRoutes(instance: FastifyInstance, platform: Platform): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ["expenses"];
  const record = recordSchema();
  const params = inGroup();
  const recordParams = closed({ groupId: id(), id: id() });
  const versionQuery = closed({ version: Type.Integer({ minimum: 1 }) });

  app.get(
    "/groups/:groupId/records",
    {
      schema: {
        tags,
        operationId: "listRecords",
        description: "Expenses and payments, the latest day first. Pass `next` back as `cursor` for the next page.",
        params,
        querystring: closed({
          limit: Type.Optional(pageSize()),
          cursor: Type.Optional(
            Type.String({
              pattern: "^\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}$",
            }),
          ),
        }),
        response: { 200: closed({ records: Type.Array(record), next: Type.Optional(Type.String()) }) },
      },
    },
    async (request) => listRecords(platform, accountId(request), request.params.groupId, request.query),
  );
  app.get(
    "/groups/:groupId/records/:id",
    { schema: { tags, operationId: "getRecord", params: recordParams, response: { 200: record } } },
    async (request) => getRecord(platform, accountId(request), request.params),
  );
  app.delete(
    "/groups/:groupId/records/:id",
    {
      schema: {
        tags,
        operationId: "deleteRecord",
        description: VERSION,
        params: recordParams,
        querystring: versionQuery,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await service.deleteRecord(platform, accountId(request), { ...request.params, ...request.query });
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/groups/:groupId/expenses",
    {
      schema: {
        tags,
        operationId: "addExpense",
        description: TWICE,
        params,
        body: expenseInputSchema(true),
        response: { 201: record },
      },
    },
    async ({ account, params: { groupId }, body: { id, ...input } }, reply) => {
      const record = await service.addRecord(platform, account!.id, { groupId, id }, { kind: "expense", ...input });
      return reply.code(201).send(record);
    },
  );
  app.put(
    "/groups/:groupId/expenses/:id",
    {
      schema: {
        tags,
        operationId: "changeExpense",
        description: VERSION,
        params: recordParams,
        querystring: versionQuery,
        body: expenseInputSchema(false),
        response: { 200: record },
      },
    },
    async ({ account, params, query, body }) =>
      service.changeRecord(platform, account!.id, { ...params, ...query }, { kind: "expense", ...body }),
  );
  app.post(
    "/groups/:groupId/payments",
    {
      schema: {
        tags,
        operationId: "addPayment",
        description: TWICE,
        params,
        body: paymentInputSchema(true),
        response: { 201: record },
      },
    },
    async ({ account, params: { groupId }, body: { id, ...input } }, reply) => {
      const record = await service.addRecord(platform, account!.id, { groupId, id }, { kind: "payment", ...input });
      return reply.code(201).send(record);
    },
  );
  app.put(
    "/groups/:groupId/payments/:id",
    {
      schema: {
        tags,
        operationId: "changePayment",
        description: VERSION,
        params: recordParams,
        querystring: versionQuery,
        body: paymentInputSchema(false),
        response: { 200: record },
      },
    },
    async ({ account, params, query, body }) =>
      service.changeRecord(platform, account!.id, { ...params, ...query }, { kind: "payment", ...body }),
  );
  app.get(
    "/groups/:groupId/history",
    {
      schema: {
        tags,
        operationId: "listHistory",
        description: "Who did what, the latest first. Pass `next` back as `cursor` for the next page.",
        params,
        querystring: closed({
          limit: Type.Optional(pageSize()),
          cursor: Type.Optional(Type.Integer({ minimum: 1 })),
          subjectId: Type.Optional(id()),
        }),
        response: { 200: closed({ lines: Type.Array(historyLineSchema()), next: Type.Optional(Type.Integer()) }) },
      },
    },
    async (request) => listHistory(platform, accountId(request), request.params.groupId, request.query),
  );
}
