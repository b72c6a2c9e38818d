import { sql } from "kysely";
import { type Connection, transaction } from "../platform/database/database.ts";
import type { Platform } from "../platform/platform.ts";
import { notFound, Problem } from "../platform/problem.ts";

export type Role = "owner" | "member" | "viewer";

/** A group as one of its present members reaches it. */
export interface Membership {
  groupId: string;
  name: string;
  currency: string;
  createdAt: Date;
  archivedAt: Date | null;
  memberId: string;
  role: Role;
}

/**
 * The caller's membership. A stranger, a former member and whoever asks for a group that never was run the same
 * statement and get the same answer.
 */
export async function membership(connection: Connection, groupId: string, accountId: string): Promise<Membership> {
  const { rows } = await sql<Membership>`
    select g.id as "groupId", g.name, g.currency, g.created_at as "createdAt", g.archived_at as "archivedAt",
           m.id as "memberId", m.role
    from expenses_groups g join expenses_members m on m.group_id = g.id
    where g.id = ${groupId} and m.account_id = ${accountId} and m.left_at is null`.execute(connection);
  if (!rows[0]) throw notFound();
  return rows[0];
}

/**
 * Changes a group in one transaction, as its present member with one of `roles`.
 *
 * Every change takes the lock of its group first and no other, so changes of one group happen one after the other and
 * never deadlock.
 */
export function changeGroupAs<T>(
  { database, inTurn }: Platform,
  { groupId, accountId, roles = ["owner", "member"] }: { groupId: string; accountId: string; roles?: readonly Role[] },
  work: (connection: Connection, caller: Membership) => Promise<T>,
): Promise<T> {
  return inTurn(`expenses:${groupId}`, () =>
    transaction(database, async (connection) => {
      await membership(connection, groupId, accountId);
      await lockGroup(connection, groupId);
      // Again: whoever held the lock may have removed us.
      const caller = await membership(connection, groupId, accountId);
      if (!roles.includes(caller.role)) {
        throw new Problem(403, "forbidden", `This asks for the role ${roles.join(" or ")}; yours is ${caller.role}.`);
      }
      return work(connection, caller);
    }),
  );
}

/** Locks a group until the transaction ends. */
export async function lockGroup(connection: Connection, groupId: string): Promise<void> {
  await sql`select id from expenses_groups where id = ${groupId} for no key update`.execute(connection);
}

/** Refuses changes of a group that was put away. */
export function mustBeOpen({ archivedAt }: Membership): void {
  if (archivedAt) throw new Problem(409, "group-archived", "This group is archived; an owner can open it again.");
}
