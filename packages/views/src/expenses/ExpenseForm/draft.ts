import { SplitError } from "@groundwork/debts";
import { parseMoney } from "../../money/parse-money.ts";
import { type Split, sharesOf } from "../split.ts";

/** The way of splitting that a form shows. */
export type SplitKind = Split["kind"];

/** One line of an itemised bill while it is edited. */
export interface DraftItem {
  readonly id: number;
  readonly amount: string;
  readonly sharedBy: ReadonlySet<string>;
}

/** What stands in the form, as typed. */
export interface Draft {
  readonly kind: SplitKind;
  readonly amount: string;
  readonly included: ReadonlySet<string>;
  /** What is typed for each person under the current kind. */
  readonly values: ReadonlyMap<string, string>;
  readonly items: readonly DraftItem[];
  readonly tax: string;
  readonly tip: string;
}

/** What a draft comes to: shares when it adds up, what is wrong when it does not, neither while it is incomplete. */
export interface Reading {
  readonly amount?: number | undefined;
  readonly split?: Split | undefined;
  readonly shares?: ReadonlyMap<string, number> | undefined;
  /** In minor units, or in percent where `unit` says so: positive is missing, negative too much. */
  readonly difference?: number | undefined;
  readonly unit?: "money" | "percent" | undefined;
  readonly error?: string | undefined;
}

/** Reads a draft: the same functions that the servers use say whether it adds up. */
export function readDraft(draft: Draft, ids: readonly string[], currency: string, key: string): Reading {
  const amount = parseMoney(draft.amount, currency);
  if (amount === undefined || amount <= 0) return {};
  const split = splitOf(draft, ids, currency);
  if (split === undefined) return { amount };
  try {
    return { amount, split, shares: sharesOf(amount, split, key) };
  } catch (error) {
    if (error instanceof SplitError) {
      return {
        amount,
        difference: Number(error.difference),
        unit: error.code === "percent" ? "percent" : "money",
        error: error.message,
      };
    }
    return { amount, error: error instanceof Error ? error.message : String(error) };
  }
}

function splitOf(draft: Draft, ids: readonly string[], currency: string): Split | undefined {
  const money = (text: string | undefined) => (text?.trim() ? parseMoney(text, currency) : 0);
  const entries = <V>(read: (text: string | undefined) => V | undefined) => {
    const list = ids.map((id) => [id, read(draft.values.get(id))] as const);
    return list.every((entry): entry is readonly [string, V] => entry[1] !== undefined) ? list : undefined;
  };
  switch (draft.kind) {
    case "equal":
      return draft.included.size === 0
        ? undefined
        : { kind: "equal", participants: ids.filter((id) => draft.included.has(id)) };
    case "exact": {
      const amounts = entries(money)?.filter(([, value]) => value !== 0);
      return amounts && { kind: "exact", amounts };
    }
    case "percent": {
      const percents = entries(decimal)?.filter(([, value]) => value !== "0");
      return percents && { kind: "percent", percents };
    }
    case "shares": {
      const shares = entries(decimal)?.filter(([, value]) => value !== "0");
      return shares && { kind: "shares", shares };
    }
    case "adjustments": {
      const adjustments = entries(money)?.filter(([id]) => draft.included.has(id));
      return adjustments?.length ? { kind: "adjustments", adjustments } : undefined;
    }
    case "items": {
      const items = draft.items.map((item) => ({
        amount: parseMoney(item.amount, currency),
        sharedBy: ids.filter((id) => item.sharedBy.has(id)),
      }));
      const [tax, tip] = [money(draft.tax), money(draft.tip)];
      const whole = items.every(
        (item): item is { amount: number; sharedBy: string[] } => item.amount !== undefined && item.sharedBy.length > 0,
      );
      return whole && items.length > 0 && tax !== undefined && tip !== undefined
        ? { kind: "items", items, tax, tip }
        : undefined;
    }
  }
}

/** A decimal ≥ 0 as a string with a point; nothing typed is 0. */
function decimal(text: string | undefined): string | undefined {
  const plain = (text ?? "").trim().replace(",", ".") || "0";
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
  return Number(plain) === 0 ? "0" : plain;
}
