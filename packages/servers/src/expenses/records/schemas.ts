import { type TString, Type } from "typebox";
import { closed, date, id, type Schema, text, time } from "../../platform/schemas.ts";
import { amount, MAX_AMOUNT } from "../schemas.ts";
import type { HistoryLine } from "./list-history.ts";
import type { ExpenseInput, GroupRecord, PaymentInput } from "./service.ts";
import type { Split } from "./split.ts";

const MAX_PARTS = 200;

/** A decimal as text, so that it is read exactly: "2", "33.34". */
function decimal(): TString {
  return Type.String({ pattern: "^\\d{1,6}(\\.\\d{1,6})?$", maxLength: 13 });
}

function parts<P extends Parameters<typeof Type.Object>[0]>(properties: P) {
  return Type.Array(closed({ memberId: id(), ...properties }), { minItems: 1, maxItems: MAX_PARTS });
}

export function splitSchema(): Schema<Split> {
  const signed = Type.Integer({ minimum: -MAX_AMOUNT, maximum: MAX_AMOUNT });
  const extra = Type.Integer({ minimum: 0, maximum: MAX_AMOUNT });
  const members = Type.Array(id(), { minItems: 1, maxItems: MAX_PARTS });
  const item = closed({ description: Type.Optional(text(200)), amount: signed, sharedBy: members });
  const items = Type.Array(item, { minItems: 1, maxItems: MAX_PARTS });
  return Type.Unsafe<Split>(
    Type.Union(
      [
        closed({ kind: Type.Literal("equally"), members }),
        closed({
          kind: Type.Literal("exactly"),
          amounts: parts({ amount: Type.Integer({ minimum: 0, maximum: MAX_AMOUNT }) }),
        }),
        closed({ kind: Type.Literal("percent"), percents: parts({ percent: decimal() }) }),
        closed({ kind: Type.Literal("shares"), shares: parts({ shares: decimal() }) }),
        closed({
          kind: Type.Literal("adjustments"),
          adjustments: parts({ shares: Type.Optional(decimal()), plus: Type.Optional(signed) }),
        }),
        closed({ kind: Type.Literal("items"), items, tax: Type.Optional(extra), tip: Type.Optional(extra) }),
      ],
      { title: "Split" },
    ),
  );
}

function paidParts() {
  return parts({ amount: amount() });
}

/** @param chosenId - whether the caller may choose the id, which makes a repeated request harmless. */
export function expenseInputSchema(chosenId: boolean): Schema<ExpenseInput & { id?: string }> {
  return Type.Unsafe<ExpenseInput & { id?: string }>(
    closed(
      {
        ...(chosenId ? { id: Type.Optional(id()) } : {}),
        description: text(200),
        amount: amount(),
        paidOn: date(),
        payers: paidParts(),
        split: splitSchema(),
      },
      chosenId ? "NewExpense" : "ExpenseInput",
    ),
  );
}

export function paymentInputSchema(chosenId: boolean): Schema<PaymentInput & { id?: string }> {
  return Type.Unsafe<PaymentInput & { id?: string }>(
    closed(
      {
        ...(chosenId ? { id: Type.Optional(id()) } : {}),
        description: Type.Optional(text(200)),
        amount: amount(),
        paidOn: date(),
        from: id(),
        to: id(),
      },
      chosenId ? "NewPayment" : "PaymentInput",
    ),
  );
}

export function recordSchema(): Schema<GroupRecord> {
  return Type.Unsafe<GroupRecord>(
    closed(
      {
        id: id(),
        kind: Type.Unsafe<"expense" | "payment">(Type.String({ enum: ["expense", "payment"] })),
        description: Type.String(),
        amount: amount(),
        paidOn: date(),
        payers: Type.Array(closed({ memberId: id(), amount: amount() })),
        shares: Type.Array(closed({ memberId: id(), amount: amount() })),
        split: Type.Optional(splitSchema()),
        createdBy: id(),
        createdAt: time(),
        updatedAt: time(),
        version: Type.Integer({ minimum: 1 }),
      },
      "GroupRecord",
    ),
  );
}

export function historyLineSchema(): Schema<HistoryLine> {
  const state = Type.Optional(Type.Record(Type.String(), Type.Unknown()));
  return Type.Unsafe<HistoryLine>(
    closed(
      {
        id: Type.Integer(),
        at: time(),
        memberId: id(),
        action: Type.String({ description: "Such as `expense-changed`." }),
        subjectId: id(),
        before: state,
        after: state,
      },
      "HistoryLine",
    ),
  );
}
