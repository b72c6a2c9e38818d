import { type Expense, pairwiseDebts, settle } from "@groundwork/debts";
import type { Connection } from "../../platform/database/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { notFound } from "../../platform/problem.ts";
import { membersOf } from "../groups/sql.ts";
import { membership } from "../membership.ts";
import * as statements from "./sql.ts";

/** What one member is owed (above zero) or owes. */
export interface Balance {
  memberId: string;
  name: string;
  amount: number;
}

/** `from` owes, or is to pay, `to`. */
export interface Transfer {
  from: string;
  to: string;
  amount: number;
}

export interface Balances {
  currency: string;
  balances: Balance[];
  /** Always zero: nobody is owed what nobody owes. */
  sum: number;
}

export async function getBalances({ database }: Platform, accountId: string, groupId: string): Promise<Balances> {
  const { connection } = database;
  const { currency } = await membership(connection, groupId, accountId);
  const rows = await statements.balancesOf(connection, groupId);
  const balances = rows
    .filter(({ left, amount }) => !left || amount !== 0)
    .map(({ memberId, name, amount }) => ({ memberId, name, amount }));
  return { currency, balances, sum: balances.reduce((sum, { amount }) => sum + amount, 0) };
}

/** Who owes whom, pair by pair, before any simplification. */
export async function getLedger({ database }: Platform, accountId: string, groupId: string): Promise<Transfer[]> {
  const { connection } = database;
  await membership(connection, groupId, accountId);
  return pairwiseDebts((await statements.ledgerOf(connection, groupId)).map(toExpense));
}

/** One record's part in what one member owes another; below zero when it goes the other way. */
export interface LedgerItem {
  recordId: string;
  kind: "expense" | "payment";
  description: string;
  paidOn: string;
  amount: number;
}

/** Why `from` owes `to`: the records between them, oldest first, which sum to the debt. */
export async function explainDebt(
  { database }: Platform,
  accountId: string,
  { groupId, from, to }: { groupId: string; from: string; to: string },
): Promise<{ from: string; to: string; amount: number; items: LedgerItem[] }> {
  const { connection } = database;
  await membership(connection, groupId, accountId);
  const members = await membersOf(connection, groupId);
  if (![from, to].every((memberId) => members.some(({ id }) => id === memberId))) throw notFound();
  const rows = await statements.ledgerOf(connection, groupId, [from, to]);
  const items = rows
    .map((row) => ({ ...toItem(row), amount: owes(pairwiseDebts([toExpense(row)]), from, to) }))
    .filter(({ amount }) => amount !== 0);
  return { from, to, amount: items.reduce((sum, item) => sum + item.amount, 0), items };
}

/** A plan that settles the group. */
export interface SettlementPlan {
  currency: string;
  transfers: Transfer[];
  /** Whether no plan has fewer transfers; proven when true. */
  optimal: boolean;
  lowerBound: number;
  /** The debts pair by pair that it replaces. */
  before: Transfer[];
}

export function getSettlement(platform: Platform, accountId: string, groupId: string): Promise<SettlementPlan> {
  return oneView(platform, async (connection) => {
    const { currency } = await membership(connection, groupId, accountId);
    const rows = await statements.balancesOf(connection, groupId);
    const balances = rows.map(({ memberId, amount }) => [memberId, amount] as const);
    const { transfers, optimal, lowerBound } = settle(balances, { timeLimitMs: SETTLE_LIMIT_MS });
    const before = pairwiseDebts((await statements.ledgerOf(connection, groupId)).map(toExpense));
    return { currency, transfers, optimal, lowerBound, before };
  });
}

/** The search runs on the event loop: others wait no longer than this. */
const SETTLE_LIMIT_MS = 150;

/** What the system measures of itself, for one group. */
export interface Measurements {
  /** Milliseconds that adding a record took in this process lately, from request to answer. */
  additions: { count: number; medianMs: number; p95Ms: number };
  edgesBefore: number;
  edgesAfter: number;
  /** The sum of all balances. */
  sum: number;
  /** Whether the kept balances equal those counted again from every entry. */
  recountAgrees: boolean;
  /** How the database runs the balance statement. */
  balancePlan: string[];
}

export function getMeasurements(
  platform: Platform,
  accountId: string,
  groupId: string,
  additionsMs: readonly number[],
): Promise<Measurements> {
  return oneView(platform, async (connection) => {
    await membership(connection, groupId, accountId);
    const kept = await statements.balancesOf(connection, groupId);
    const counted = new Map((await statements.recount(connection, groupId)).map((row) => [row.memberId, row.amount]));
    const debts = pairwiseDebts((await statements.ledgerOf(connection, groupId)).map(toExpense));
    const plan = settle(
      kept.map(({ memberId, amount }) => [memberId, amount] as const),
      { timeLimitMs: SETTLE_LIMIT_MS },
    );
    const sorted = additionsMs.toSorted((a, b) => a - b);
    const quantile = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
    return {
      additions: { count: sorted.length, medianMs: quantile(0.5), p95Ms: quantile(0.95) },
      edgesBefore: debts.length,
      edgesAfter: plan.transfers.length,
      sum: kept.reduce((sum, { amount }) => sum + amount, 0),
      recountAgrees: kept.every(({ memberId, amount }) => counted.get(memberId) === amount),
      balancePlan: await statements.balancePlan(connection, groupId),
    };
  });
}

/** Statements that must agree with one another read one snapshot. */
function oneView<T>(platform: Platform, work: (connection: Connection) => Promise<T>): Promise<T> {
  return platform.database.connection.transaction().setIsolationLevel("repeatable read").execute(work);
}

function toExpense({ entries }: statements.LedgerRow): Expense<number> {
  return {
    paidBy: entries.filter(({ paid }) => paid > 0).map(({ memberId, paid }) => [memberId, paid] as const),
    shares: entries.filter(({ owed }) => owed > 0).map(({ memberId, owed }) => [memberId, owed] as const),
  };
}

function toItem({ id, kind, description, paidOn }: statements.LedgerRow): Omit<LedgerItem, "amount"> {
  return { recordId: id, kind, description, paidOn };
}

function owes(debts: readonly Transfer[], from: string, to: string): number {
  let amount = 0;
  for (const debt of debts) {
    if (debt.from === from && debt.to === to) amount += debt.amount;
    if (debt.from === to && debt.to === from) amount -= debt.amount;
  }
  return amount;
}
