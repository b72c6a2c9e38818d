import { type RawBuilder, sql } from "kysely";
import type { Connection } from "../../platform/database/database.ts";
import type { Entry } from "../records/sql.ts";

export interface BalanceRow {
  memberId: string;
  name: string;
  amount: number;
  left: boolean;
}

function balances(groupId: string): RawBuilder<BalanceRow> {
  return sql<BalanceRow>`
    select b.member_id as "memberId", m.name, b.amount, m.left_at is not null as left
    from expenses_balances b join expenses_members m on m.id = b.member_id
    where b.group_id = ${groupId}
    order by m.position`;
}

export async function balancesOf(connection: Connection, groupId: string): Promise<BalanceRow[]> {
  return (await balances(groupId).execute(connection)).rows;
}

/** How the database runs the statement of `balancesOf`, line by line, with what it took. */
export async function balancePlan(connection: Connection, groupId: string): Promise<string[]> {
  const { rows } = await sql<{ "QUERY PLAN": string }>`explain (analyze, costs off) ${balances(groupId)}`.execute(
    connection,
  );
  return rows.map((row) => row["QUERY PLAN"]);
}

/** The balances computed again from every entry of every record. */
export async function recount(
  connection: Connection,
  groupId: string,
): Promise<{ memberId: string; amount: number }[]> {
  const { rows } = await sql<{ memberId: string; amount: number }>`
    select m.id as "memberId", coalesce(sum(e.paid - e.owed), 0)::bigint as amount
    from expenses_members m
    left join (expenses_entries e join expenses_records r on r.id = e.record_id and r.deleted_at is null)
      on e.member_id = m.id
    where m.group_id = ${groupId}
    group by m.id`.execute(connection);
  return rows;
}

export interface LedgerRow {
  id: string;
  kind: "expense" | "payment";
  description: string;
  paidOn: string;
  entries: Entry[];
}

/** Every record with its entries, oldest first; of two members only those in which both take part. */
export async function ledgerOf(
  connection: Connection,
  groupId: string,
  pair?: readonly [string, string],
): Promise<LedgerRow[]> {
  const both = pair
    ? sql`and (select count(*) from expenses_entries p
               where p.record_id = r.id and p.member_id in (${pair[0]}, ${pair[1]})) = 2`
    : sql``;
  const { rows } = await sql<LedgerRow>`
    select r.id, r.kind, r.description, r.paid_on as "paidOn",
           jsonb_agg(jsonb_build_object('memberId', e.member_id, 'paid', e.paid, 'owed', e.owed) order by e.member_id) as entries
    from expenses_records r join expenses_entries e on e.record_id = r.id
    where r.group_id = ${groupId} and r.deleted_at is null ${both}
    group by r.id
    order by r.paid_on, r.id`.execute(connection);
  return rows;
}
