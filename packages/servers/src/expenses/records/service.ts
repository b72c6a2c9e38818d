import type { Connection } from "../../platform/database/database.ts";
import { newId } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";
import { notFound, Problem } from "../../platform/problem.ts";
import { type MemberRow, membersOf } from "../groups/sql.ts";
import { recordChange } from "../history.ts";
import { changeGroupAs, type Membership, mustBeOpen } from "../membership.ts";
import { computePayers, computeShares, type Split } from "./split.ts";
import * as statements from "./sql.ts";

/** An expense, or a payment from one member to another: `payers` put the amount in, `shares` say who it was for. */
export interface GroupRecord {
  id: string;
  kind: "expense" | "payment";
  description: string;
  amount: number;
  paidOn: string;
  payers: { memberId: string; amount: number }[];
  shares: { memberId: string; amount: number }[];
  split?: Split;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** An expense as it is entered. */
export interface ExpenseInput {
  description: string;
  amount: number;
  paidOn: string;
  payers: { memberId: string; amount: number }[];
  split: Split;
}

/** A payment as it is entered. */
export interface PaymentInput {
  description?: string;
  amount: number;
  paidOn: string;
  from: string;
  to: string;
}

export type RecordInput = ({ kind: "expense" } & ExpenseInput) | ({ kind: "payment" } & PaymentInput);

/**
 * Writes a record, its entries, the balances and the line of history in one transaction.
 *
 * With an `id` of the caller's, a request that was sent twice is written once: the second is answered with the first.
 */
export function addRecord(
  platform: Platform,
  accountId: string,
  { groupId, id = newId(platform) }: { groupId: string; id?: string | undefined },
  input: RecordInput,
): Promise<GroupRecord> {
  return changeGroupAs(platform, { groupId, accountId }, async (connection, caller) => {
    mustBeOpen(caller);
    const members = await membersOf(connection, groupId);
    const entries = computeEntries(id, input);
    mustKnow(members, entries);
    const at = new Date(platform.clock()).toISOString();
    const row = { ...toRow(input), id, groupId, kind: input.kind, createdBy: caller.memberId, at };
    if (!(await statements.insertRecord(connection, row))) return sentTwice(connection, caller, { id, input, entries });
    mustBePresent(
      members,
      entries.map(({ memberId }) => memberId),
    );
    await statements.insertEntries(connection, { recordId: id, groupId, entries });
    await addToBalances(connection, members, groupId, new Map(entries.map((entry) => [entry.memberId, net(entry)])));
    const record = toRecord((await statements.recordById(connection, groupId, id))!);
    await recordChange(connection, caller, { action: `${input.kind}-added`, subjectId: id, at, after: record });
    return record;
  });
}

/** Replaces a record; `version` is the one that the caller saw. */
export function changeRecord(
  platform: Platform,
  accountId: string,
  { groupId, id, version }: { groupId: string; id: string; version: number },
  input: RecordInput,
): Promise<GroupRecord> {
  return changeGroupAs(platform, { groupId, accountId }, async (connection, caller) => {
    mustBeOpen(caller);
    const members = await membersOf(connection, groupId);
    const before = await presentRecord(connection, { groupId, id, version });
    if (before.kind !== input.kind)
      throw new Problem(409, "wrong-kind", `This is a ${before.kind}, not a ${input.kind}.`);
    const entries = computeEntries(id, input);
    mustKnow(members, entries);
    const at = new Date(platform.clock()).toISOString();
    await statements.updateRecord(connection, { ...toRow(input), id, at });
    await statements.deleteEntries(connection, id);
    await statements.insertEntries(connection, { recordId: id, groupId, entries });
    await addToBalances(connection, members, groupId, difference(before.entries, entries));
    const record = toRecord((await statements.recordById(connection, groupId, id))!);
    const change = { before: toRecord(before), after: record };
    await recordChange(connection, caller, { action: `${input.kind}-changed`, subjectId: id, at, ...change });
    return record;
  });
}

/** Takes a record back; it stays in the history. */
export function deleteRecord(
  platform: Platform,
  accountId: string,
  { groupId, id, version }: { groupId: string; id: string; version: number },
): Promise<void> {
  return changeGroupAs(platform, { groupId, accountId }, async (connection, caller) => {
    mustBeOpen(caller);
    const members = await membersOf(connection, groupId);
    const before = await presentRecord(connection, { groupId, id, version });
    const at = new Date(platform.clock()).toISOString();
    await statements.markDeleted(connection, id, at);
    await addToBalances(connection, members, groupId, difference(before.entries, []));
    await recordChange(connection, caller, {
      action: `${before.kind}-deleted`,
      subjectId: id,
      at,
      before: toRecord(before),
    });
  });
}

function computeEntries(id: string, input: RecordInput): statements.Entry[] {
  if (input.kind === "payment") {
    const { from, to, amount } = input;
    if (from === to) throw new Problem(422, "invalid-split", "A payment goes from one member to another.");
    return [
      { memberId: from, paid: amount, owed: 0 },
      { memberId: to, paid: 0, owed: amount },
    ];
  }
  const payers = computePayers(input.amount, input.payers);
  const shares = computeShares(id, input.amount, input.split);
  const memberIds = [...new Set([...payers.keys(), ...shares.keys()])].sort();
  return memberIds.map((memberId) => ({ memberId, paid: payers.get(memberId) ?? 0, owed: shares.get(memberId) ?? 0 }));
}

function toRow(input: RecordInput) {
  const { amount, paidOn, description = "" } = input;
  return { amount, paidOn, description: description.trim(), split: input.kind === "expense" ? input.split : null };
}

/** The same id again: the same content was sent twice, anything else is refused. */
async function sentTwice(
  connection: Connection,
  caller: Membership,
  { id, input, entries }: { id: string; input: RecordInput; entries: statements.Entry[] },
): Promise<GroupRecord> {
  const row = await statements.recordById(connection, caller.groupId, id);
  const { amount, paidOn, description } = toRow(input);
  const same =
    row &&
    !row.deletedAt &&
    row.kind === input.kind &&
    row.createdBy === caller.memberId &&
    row.amount === amount &&
    row.paidOn === paidOn &&
    row.description === description &&
    [...difference(row.entries, entries).values()].every((delta) => delta === 0);
  if (!same) throw new Problem(409, "id-taken", "This id stands for another record.");
  return toRecord(row);
}

async function presentRecord(
  connection: Connection,
  { groupId, id, version }: { groupId: string; id: string; version: number },
): Promise<statements.RecordRow> {
  const row = await statements.recordById(connection, groupId, id);
  if (!row || row.deletedAt) throw notFound();
  if (row.version !== version) {
    const data = { expected: row.version, got: version, difference: row.version - version };
    throw new Problem(409, "changed-meanwhile", "Somebody changed this meanwhile; read it again.", data);
  }
  return row;
}

function mustKnow(members: readonly MemberRow[], entries: readonly statements.Entry[]): void {
  const known = new Set(members.map(({ id }) => id));
  const unknown = entries.filter(({ memberId }) => !known.has(memberId)).map(({ memberId }) => memberId);
  if (unknown.length > 0) throw new Problem(422, "unknown-member", `Not in this group: ${unknown.join(", ")}.`);
}

function mustBePresent(members: readonly MemberRow[], memberIds: readonly string[]): void {
  const gone = members.filter(({ id, leftAt }) => leftAt && memberIds.includes(id)).map(({ name }) => name);
  if (gone.length > 0) throw new Problem(422, "member-left", `No longer in this group: ${gone.join(", ")}.`);
}

/** Adds what changed; whoever left keeps the zero that they left with. */
async function addToBalances(
  connection: Connection,
  members: readonly MemberRow[],
  groupId: string,
  deltas: ReadonlyMap<string, number>,
): Promise<void> {
  const changed = [...deltas].filter(([, amount]) => amount !== 0).map(([memberId, amount]) => ({ memberId, amount }));
  mustBePresent(
    members,
    changed.map(({ memberId }) => memberId),
  );
  const balances = new Map(members.map(({ id, balance }) => [id, balance]));
  for (const { memberId, amount } of changed) {
    const next = balances.get(memberId)! + amount;
    if (Number.isSafeInteger(next)) continue;
    throw new Problem(422, "balance-too-large", "A balance would pass what can be counted exactly.");
  }
  const count = await statements.addToBalances(connection, groupId, changed);
  if (count !== changed.length) throw new Error(`Changed ${count} balances of ${changed.length} in group ${groupId}.`);
}

/** What replacing entries does to each balance. */
function difference(before: readonly statements.Entry[], after: readonly statements.Entry[]): Map<string, number> {
  const deltas = new Map<string, number>();
  for (const entry of before) deltas.set(entry.memberId, -net(entry));
  for (const entry of after) deltas.set(entry.memberId, (deltas.get(entry.memberId) ?? 0) + net(entry));
  return deltas;
}

function net({ paid, owed }: statements.Entry): number {
  return paid - owed;
}

export function toRecord(row: statements.RecordRow): GroupRecord {
  const { id, kind, description, amount, paidOn, split, createdBy, createdAt, updatedAt, version, entries } = row;
  const part = (key: "paid" | "owed") =>
    entries.filter((entry) => entry[key] > 0).map((entry) => ({ memberId: entry.memberId, amount: entry[key] }));
  return {
    id,
    kind,
    description,
    amount,
    paidOn,
    payers: part("paid"),
    shares: part("owed"),
    ...(split ? { split } : {}),
    createdBy,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    version,
  };
}
