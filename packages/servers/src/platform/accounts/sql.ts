import { sql } from "kysely";
import type { Connection } from "../database/database.ts";

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  createdAt: Date;
  verifiedAt: Date | null;
}

const account = sql`id, email, name, password_hash as "passwordHash", created_at as "createdAt", verified_at as "verifiedAt"`;

/** Undefined when the e-mail address is taken. */
export async function insertAccount(
  connection: Connection,
  row: { id: string; email: string; name: string; passwordHash: string; at: string },
): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    insert into accounts (id, email, name, password_hash, created_at)
    values (${row.id}, ${row.email}, ${row.name}, ${row.passwordHash}, ${row.at})
    on conflict (email) do nothing
    returning ${account}`.execute(connection);
  return rows[0];
}

export async function accountByEmail(connection: Connection, email: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`select ${account} from accounts where email = ${email}`.execute(connection);
  return rows[0];
}

export async function accountById(connection: Connection, id: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`select ${account} from accounts where id = ${id}`.execute(connection);
  return rows[0];
}

export async function setName(connection: Connection, id: string, name: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    update accounts set name = ${name} where id = ${id} returning ${account}`.execute(connection);
  return rows[0];
}

export async function setPasswordHash(connection: Connection, id: string, passwordHash: string): Promise<void> {
  await sql`update accounts set password_hash = ${passwordHash} where id = ${id}`.execute(connection);
}

export async function setVerified(connection: Connection, id: string, at: string): Promise<void> {
  await sql`update accounts set verified_at = coalesce(verified_at, ${at}::timestamptz) where id = ${id}`.execute(
    connection,
  );
}

export async function insertSession(
  connection: Connection,
  row: { id: string; accountId: string; at: string; expiresAt: string },
): Promise<void> {
  await sql`
    insert into account_sessions (id, account_id, created_at, expires_at)
    values (${row.id}, ${row.accountId}, ${row.at}, ${row.expiresAt})`.execute(connection);
}

export async function insertRefreshToken(
  connection: Connection,
  row: { hash: Uint8Array; sessionId: string; at: string },
): Promise<void> {
  await sql`
    insert into account_refresh_tokens (hash, session_id, issued_at)
    values (${row.hash}, ${row.sessionId}, ${row.at})`.execute(connection);
}

export interface RefreshRow {
  sessionId: string;
  accountId: string;
  usedAt: Date | null;
  expiresAt: Date;
  revokedAt: Date | null;
}

/** Locks the token's session: two uses of one token see one another. */
export async function lockRefreshToken(connection: Connection, hash: Uint8Array): Promise<RefreshRow | undefined> {
  const locked = await sql<{ id: string }>`
    select id from account_sessions
    where id = (select session_id from account_refresh_tokens where hash = ${hash}) for update`.execute(connection);
  if (!locked.rows[0]) return undefined;
  const { rows } = await sql<RefreshRow>`
    select s.id as "sessionId", s.account_id as "accountId", t.used_at as "usedAt",
           s.expires_at as "expiresAt", s.revoked_at as "revokedAt"
    from account_refresh_tokens t join account_sessions s on s.id = t.session_id
    where t.hash = ${hash}`.execute(connection);
  return rows[0];
}

export async function markRefreshTokenUsed(connection: Connection, hash: Uint8Array, at: string): Promise<void> {
  await sql`
    update account_refresh_tokens set used_at = coalesce(used_at, ${at}::timestamptz) where hash = ${hash}`.execute(
    connection,
  );
}

export async function revokeSession(connection: Connection, id: string, at: string): Promise<void> {
  await sql`
    update account_sessions set revoked_at = coalesce(revoked_at, ${at}::timestamptz) where id = ${id}`.execute(
    connection,
  );
}

export async function revokeSessionsOf(connection: Connection, accountId: string, at: string): Promise<void> {
  await sql`
    update account_sessions set revoked_at = ${at} where account_id = ${accountId} and revoked_at is null`.execute(
    connection,
  );
}

/** Forgets sessions that can no longer be refreshed, with their tokens. */
export async function deleteDeadSessions(connection: Connection, accountId: string, at: string): Promise<void> {
  await sql`
    delete from account_sessions where account_id = ${accountId} and expires_at < ${at}::timestamptz`.execute(
    connection,
  );
}

export type MailPurpose = "verify" | "reset";

export async function insertMailToken(
  connection: Connection,
  row: { hash: Uint8Array; accountId: string; purpose: MailPurpose; expiresAt: string },
): Promise<void> {
  await sql`
    insert into account_mail_tokens (hash, account_id, purpose, expires_at)
    values (${row.hash}, ${row.accountId}, ${row.purpose}, ${row.expiresAt})`.execute(connection);
}

/** Uses a mailed token up; undefined when it is unknown, used, expired or for something else. */
export async function useMailToken(
  connection: Connection,
  { hash, purpose, at }: { hash: Uint8Array; purpose: MailPurpose; at: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    update account_mail_tokens set used_at = ${at}
    where hash = ${hash} and purpose = ${purpose} and used_at is null and expires_at > ${at}::timestamptz
    returning account_id as "accountId"`.execute(connection);
  return rows[0]?.accountId;
}
