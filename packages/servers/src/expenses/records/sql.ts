import { type SqlBool, sql } from "kysely";
import type { Connection } from "../../platform/database/database.ts";
import type { Split } from "./split.ts";

export interface Entry {
  memberId: string;
  paid: number;
  owed: number;
}

export interface RecordRow {
  id: string;
  groupId: string;
  kind: "expense" | "payment";
  description: string;
  amount: number;
  paidOn: string;
  split: Split | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
  version: number;
  entries: Entry[];
}

const columns = sql`
  r.id, r.group_id as "groupId", r.kind, r.description, r.amount, r.paid_on as "paidOn", r.split,
  r.created_by as "createdBy", r.created_at as "createdAt", r.updated_at as "updatedAt", r.deleted_at as "deletedAt",
  r.version,
  (select jsonb_agg(jsonb_build_object('memberId', e.member_id, 'paid', e.paid, 'owed', e.owed) order by e.member_id)
   from expenses_entries e where e.record_id = r.id) as entries`;

/** False when the id is taken. */
export async function insertRecord(
  connection: Connection,
  row: Omit<RecordRow, "createdAt" | "updatedAt" | "deletedAt" | "version" | "entries"> & { at: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into expenses_records
      (id, group_id, kind, description, amount, paid_on, split, created_by, created_at, updated_at)
    values
      (${row.id}, ${row.groupId}, ${row.kind}, ${row.description}, ${row.amount}, ${row.paidOn},
       ${row.split && JSON.stringify(row.split)}::jsonb, ${row.createdBy}, ${row.at}, ${row.at})
    on conflict (id) do nothing
    returning id`.execute(connection);
  return rows.length === 1;
}

export async function updateRecord(
  connection: Connection,
  row: Pick<RecordRow, "id" | "description" | "amount" | "paidOn" | "split"> & { at: string },
): Promise<void> {
  await sql`
    update expenses_records
    set description = ${row.description}, amount = ${row.amount}, paid_on = ${row.paidOn},
        split = ${row.split && JSON.stringify(row.split)}::jsonb, updated_at = greatest(created_at, ${row.at}),
        version = version + 1
    where id = ${row.id}`.execute(connection);
}

export async function markDeleted(connection: Connection, id: string, at: string): Promise<void> {
  await sql`
    update expenses_records set deleted_at = ${at}, updated_at = greatest(created_at, ${at}), version = version + 1
    where id = ${id}`.execute(connection);
}

export async function deleteEntries(connection: Connection, recordId: string): Promise<void> {
  await sql`delete from expenses_entries where record_id = ${recordId}`.execute(connection);
}

export async function insertEntries(
  connection: Connection,
  { recordId, groupId, entries }: { recordId: string; groupId: string; entries: Entry[] },
): Promise<void> {
  await sql`
    insert into expenses_entries (record_id, group_id, member_id, paid, owed)
    select ${recordId}::uuid, ${groupId}::uuid, e."memberId", e.paid, e.owed
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e("memberId" uuid, paid bigint, owed bigint)`.execute(
    connection,
  );
}

/** Adds to balances, of which each row is changed once. Resolves with how many there were. */
export async function addToBalances(
  connection: Connection,
  groupId: string,
  deltas: { memberId: string; amount: number }[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    update expenses_balances b set amount = b.amount + d.amount
    from jsonb_to_recordset(${JSON.stringify(deltas)}::jsonb) as d("memberId" uuid, amount bigint)
    where b.group_id = ${groupId} and b.member_id = d."memberId"`.execute(connection);
  return Number(numAffectedRows);
}

export async function recordById(connection: Connection, groupId: string, id: string): Promise<RecordRow | undefined> {
  const { rows } = await sql<RecordRow>`
    select ${columns} from expenses_records r where r.group_id = ${groupId} and r.id = ${id}`.execute(connection);
  return rows[0];
}

/** One page of the timeline, newest first, from after `cursor`. */
export async function recordsOf(
  connection: Connection,
  groupId: string,
  { limit, cursor }: { limit: number; cursor: { paidOn: string; id: string } | undefined },
): Promise<RecordRow[]> {
  const after = cursor
    ? sql<SqlBool>`(r.paid_on, r.id) < (${cursor.paidOn}::date, ${cursor.id}::uuid)`
    : sql<SqlBool>`true`;
  const { rows } = await sql<RecordRow>`
    select ${columns} from expenses_records r
    where r.group_id = ${groupId} and r.deleted_at is null and ${after}
    order by r.paid_on desc, r.id desc limit ${limit}`.execute(connection);
  return rows;
}

export interface HistoryRow {
  id: number;
  at: Date;
  memberId: string;
  action: string;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export async function historyOf(
  connection: Connection,
  groupId: string,
  { limit, before, subjectId }: { limit: number; before: number | undefined; subjectId: string | undefined },
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select id, at, member_id as "memberId", action, subject_id as "subjectId", before, after
    from expenses_history
    where group_id = ${groupId}
      and ${before === undefined ? sql<SqlBool>`true` : sql<SqlBool>`id < ${before}`}
      and ${subjectId === undefined ? sql<SqlBool>`true` : sql<SqlBool>`subject_id = ${subjectId}`}
    order by id desc limit ${limit}`.execute(connection);
  return rows;
}
