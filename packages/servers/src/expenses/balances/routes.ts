import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { accountId } from "../../platform/accounts/authenticate.ts";
import type { Platform } from "../../platform/platform.ts";
import { closed, date, id, text } from "../../platform/schemas.ts";
import { amount, balance, currency, inGroup } from "../schemas.ts";
import * as service from "./service.ts";

/** Who owes whom, why, and how to settle. */
export function balanceRoutes(instance: FastifyInstance, platform: Platform): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ["expenses"];
  const params = inGroup();
  const transfer = closed({ from: id(), to: id(), amount: amount() }, "Transfer");
  const transfers = Type.Array(transfer);
  const additionsMs: number[] = [];

  app.addHook("onResponse", async (request, reply) => {
    const { operationId } = request.routeOptions.schema ?? {};
    if (reply.statusCode !== 201 || !(operationId === "addExpense" || operationId === "addPayment")) return;
    additionsMs.push(reply.elapsedTime);
    if (additionsMs.length > 500) additionsMs.shift();
  });
  app.get(
    "/groups/:groupId/balances",
    {
      schema: {
        tags,
        operationId: "getBalances",
        description: "What each member is owed (above zero) or owes; the sum is zero.",
        params,
        response: {
          200: closed(
            {
              currency: currency(),
              balances: Type.Array(closed({ memberId: id(), name: text(80), amount: balance() }, "Balance")),
              sum: balance(),
            },
            "Balances",
          ),
        },
      },
    },
    async (request) => service.getBalances(platform, accountId(request), request.params.groupId),
  );
  app.get(
    "/groups/:groupId/ledger",
    {
      schema: {
        tags,
        operationId: "getLedger",
        description: "Who owes whom, pair by pair, before any simplification.",
        params,
        response: { 200: closed({ debts: transfers }) },
      },
    },
    async (request) => ({ debts: await service.getLedger(platform, accountId(request), request.params.groupId) }),
  );
  app.get(
    "/groups/:groupId/ledger/:from/:to",
    {
      schema: {
        tags,
        operationId: "explainDebt",
        description:
          "Why `from` owes `to`: the records between them, which sum to the debt. Below zero: the other way.",
        params: closed({ groupId: id(), from: id(), to: id() }),
        response: {
          200: closed(
            {
              from: id(),
              to: id(),
              amount: Type.Integer(),
              items: Type.Array(
                closed({
                  recordId: id(),
                  kind: Type.Unsafe<"expense" | "payment">(Type.String({ enum: ["expense", "payment"] })),
                  description: Type.String(),
                  paidOn: date(),
                  amount: Type.Integer(),
                }),
              ),
            },
            "DebtExplanation",
          ),
        },
      },
    },
    async (request) => service.explainDebt(platform, accountId(request), request.params),
  );
  app.get(
    "/groups/:groupId/settlement",
    {
      schema: {
        tags,
        operationId: "getSettlement",
        description:
          "A plan that settles the group with few transfers; `optimal` says whether fewer were proven impossible.",
        params,
        response: {
          200: closed(
            { currency: currency(), transfers, optimal: Type.Boolean(), lowerBound: Type.Integer(), before: transfers },
            "Settlement",
          ),
        },
      },
    },
    async (request) => service.getSettlement(platform, accountId(request), request.params.groupId),
  );
  app.get(
    "/groups/:groupId/measurements",
    {
      schema: {
        tags,
        operationId: "getMeasurements",
        description: "What the system measures of itself for this group.",
        params,
        response: {
          200: closed(
            {
              additions: closed({ count: Type.Integer(), medianMs: Type.Number(), p95Ms: Type.Number() }),
              edgesBefore: Type.Integer(),
              edgesAfter: Type.Integer(),
              sum: balance(),
              recountAgrees: Type.Boolean(),
              balancePlan: Type.Array(Type.String()),
            },
            "Measurements",
          ),
        },
      },
    },
    async (request) => service.getMeasurements(platform, accountId(request), request.params.groupId, additionsMs),
  );
}
