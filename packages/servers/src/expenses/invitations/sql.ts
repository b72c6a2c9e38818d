import { sql } from "kysely";
import type { Connection } from "../../platform/database/database.ts";

export interface InvitationRow {
  id: string;
  groupId: string;
  groupName: string;
  memberId: string | null;
  memberName: string | null;
  role: "member" | "viewer";
  invitedBy: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

const columns = sql`
  i.id, i.group_id as "groupId", g.name as "groupName", i.member_id as "memberId", m.name as "memberName", i.role,
  c.name as "invitedBy", i.created_by as "createdBy", i.created_at as "createdAt", i.expires_at as "expiresAt",
  i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt"
  from expenses_invitations i
  join expenses_groups g on g.id = i.group_id
  join expenses_members c on c.id = i.created_by
  left join expenses_members m on m.id = i.member_id`;

export async function insertInvitation(
  connection: Connection,
  row: {
    id: string;
    groupId: string;
    memberId: string | null;
    role: string;
    tokenHash: Uint8Array;
    createdBy: string;
    at: string;
    expiresAt: string;
  },
): Promise<void> {
  await sql`
    insert into expenses_invitations (id, group_id, member_id, role, token_hash, created_by, created_at, expires_at)
    values (${row.id}, ${row.groupId}, ${row.memberId}, ${row.role}, ${row.tokenHash}, ${row.createdBy}, ${row.at}, ${row.expiresAt})`.execute(
    connection,
  );
}

export async function invitationByHash(
  connection: Connection,
  tokenHash: Uint8Array,
): Promise<InvitationRow | undefined> {
  const { rows } = await sql<InvitationRow>`select ${columns} where i.token_hash = ${tokenHash}`.execute(connection);
  return rows[0];
}

/** Those that can still be accepted at `at`. */
export async function openInvitations(connection: Connection, groupId: string, at: string): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select ${columns}
    where i.group_id = ${groupId} and i.accepted_at is null and i.revoked_at is null and i.expires_at > ${at}::timestamptz
    order by i.id desc`.execute(connection);
  return rows;
}

export async function markAccepted(
  connection: Connection,
  { id, memberId, at }: { id: string; memberId: string; at: string },
): Promise<void> {
  await sql`
    update expenses_invitations set accepted_at = ${at}, accepted_by = ${memberId} where id = ${id}`.execute(
    connection,
  );
}

/** Whether there was one to revoke. */
export async function markRevoked(
  connection: Connection,
  { id, groupId, at }: { id: string; groupId: string; at: string },
): Promise<boolean> {
  const { rows } = await sql`
    update expenses_invitations set revoked_at = ${at}
    where id = ${id} and group_id = ${groupId} and accepted_at is null and revoked_at is null
    returning id`.execute(connection);
  return rows.length === 1;
}
