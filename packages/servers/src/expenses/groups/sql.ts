import { sql } from "kysely";
import type { Connection } from "../../platform/database/database.ts";
import { Problem } from "../../platform/problem.ts";
import type { Role } from "../membership.ts";

export interface MemberRow {
  id: string;
  accountId: string | null;
  name: string;
  role: Role;
  joinedAt: Date;
  leftAt: Date | null;
  balance: number;
}

export async function insertGroup(
  connection: Connection,
  row: { id: string; name: string; currency: string; at: string },
): Promise<void> {
  await sql`
    insert into expenses_groups (id, name, currency, created_at)
    values (${row.id}, ${row.name}, ${row.currency}, ${row.at})`.execute(connection);
}

export async function updateGroup(
  connection: Connection,
  id: string,
  { name, archivedAt }: { name: string; archivedAt: string | null },
): Promise<void> {
  await sql`update expenses_groups set name = ${name}, archived_at = ${archivedAt} where id = ${id}`.execute(
    connection,
  );
}

export async function accountName(connection: Connection, accountId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from accounts where id = ${accountId}`.execute(connection);
  if (!rows[0]) throw new Problem(401, "signed-out", "This account is gone; sign in again.");
  return rows[0].name;
}

/** A new member comes last in order and starts with a balance of zero. */
export async function insertMember(
  connection: Connection,
  row: { id: string; groupId: string; accountId: string | null; name: string; role: Role; at: string },
): Promise<void> {
  await sql`
    insert into expenses_members (id, group_id, account_id, name, role, joined_at, position)
    values (${row.id}, ${row.groupId}, ${row.accountId}, ${row.name}, ${row.role}, ${row.at},
            (select count(*) from expenses_members where group_id = ${row.groupId}))`.execute(connection);
  await sql`
    insert into expenses_balances (group_id, member_id, amount)
    values (${row.groupId}, ${row.id}, 0)`.execute(connection);
}

export async function updateMember(
  connection: Connection,
  row: { id: string; accountId: string | null; name: string; role: Role; leftAt: string | null },
): Promise<void> {
  await sql`
    update expenses_members
    set account_id = ${row.accountId}, name = ${row.name}, role = ${row.role}, left_at = ${row.leftAt}
    where id = ${row.id}`.execute(connection);
}

/** Everybody who is or was in the group, in order of joining. */
export async function membersOf(connection: Connection, groupId: string): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.id, m.account_id as "accountId", m.name, m.role, m.joined_at as "joinedAt", m.left_at as "leftAt",
           b.amount as balance
    from expenses_members m join expenses_balances b on b.group_id = m.group_id and b.member_id = m.id
    where m.group_id = ${groupId}
    order by m.position`.execute(connection);
  return rows;
}

export interface GroupSummaryRow {
  id: string;
  name: string;
  currency: string;
  role: Role;
  archived: boolean;
  memberCount: number;
  balance: number;
  lastActivityAt: Date;
}

export async function groupsOf(connection: Connection, accountId: string): Promise<GroupSummaryRow[]> {
  const { rows } = await sql<GroupSummaryRow>`
    select g.id, g.name, g.currency, m.role, g.archived_at is not null as archived, b.amount as balance,
           (select count(*) from expenses_members o where o.group_id = g.id and o.left_at is null)::int as "memberCount",
           (select h.at from expenses_history h where h.group_id = g.id order by h.id desc limit 1) as "lastActivityAt"
    from expenses_members m
    join expenses_groups g on g.id = m.group_id
    join expenses_balances b on b.group_id = m.group_id and b.member_id = m.id
    where m.account_id = ${accountId} and m.left_at is null
    order by "lastActivityAt" desc, g.id`.execute(connection);
  return rows;
}
