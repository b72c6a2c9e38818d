import { createHash } from "node:crypto";
import { type Connection, transaction } from "../database/database.ts";
import { newId, newSecret } from "../identifiers.ts";
import type { Platform } from "../platform.ts";
import { Problem } from "../problem.ts";
import { ACCESS_TOKEN_SECONDS, signAccessToken } from "./access-token.ts";
import { checkPassword, hashPassword } from "./password.ts";
import * as statements from "./sql.ts";

/** A person as the API shows them to themselves. */
export interface Account {
  id: string;
  email: string;
  name: string;
  verified: boolean;
  createdAt: string;
}

/** A fresh access token, and the refresh token that goes into the cookie. */
export interface Session {
  account: Account;
  accessToken: string;
  expiresInSeconds: number;
  refreshToken: string;
}

/** What accounts need beyond the platform. */
export interface AccountsContext extends Platform {
  readonly tokenSecret: Uint8Array;
  readonly passwordCost: number;
}

export const SESSION_DAYS = 30;

/** Two tabs may refresh with one cookie at once: a token is good for so long after its first use. */
const REUSE_GRACE_MS = 10_000;
const DAY_MS = 86_400_000;

export async function signUp(
  context: AccountsContext,
  { email, name, password }: { email: string; name: string; password: string },
): Promise<Session> {
  const passwordHash = await hashPassword(password, context.passwordCost);
  const { session, verification } = await transaction(context.database, async (connection) => {
    const row = { id: newId(context), email: email.toLowerCase(), name: name.trim(), passwordHash, at: iso(context) };
    const account = await statements.insertAccount(connection, row);
    if (!account) throw new Problem(409, "email-taken", "There is an account with this e-mail address already.");
    const verification = await newMailToken(context, connection, account.id, "verify");
    return { session: await startSession(context, connection, account), verification };
  });
  mailVerification(context, session.account, verification);
  return session;
}

export async function signIn(
  context: AccountsContext,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  const { connection } = context.database;
  const account = await statements.accountByEmail(connection, email.toLowerCase());
  const right = await checkPassword(password, account?.passwordHash, context.passwordCost);
  if (!account || !right) throw new Problem(401, "wrong-credentials", "The e-mail address or the password is wrong.");
  return transaction(context.database, (connection) => startSession(context, connection, account));
}

/**
 * Exchanges a refresh token for a new one and a new access token. A token that comes back after its time was copied:
 * its whole session ends.
 */
export async function refresh(context: AccountsContext, refreshToken: string): Promise<Session> {
  const now = context.clock();
  const hash = digest(refreshToken);
  const session = await transaction(context.database, async (connection) => {
    const row = await statements.lockRefreshToken(connection, hash);
    if (!row || row.revokedAt || row.expiresAt.getTime() <= now) return undefined;
    if (row.usedAt && now - row.usedAt.getTime() > REUSE_GRACE_MS) {
      await statements.revokeSession(connection, row.sessionId, iso(context));
      return undefined;
    }
    await statements.markRefreshTokenUsed(connection, hash, iso(context));
    const account = (await statements.accountById(connection, row.accountId))!;
    return issueTokens(context, connection, account, row.sessionId);
  });
  if (!session) throw signInAgain();
  return session;
}

export async function signOut(context: AccountsContext, refreshToken: string): Promise<void> {
  await transaction(context.database, async (connection) => {
    const row = await statements.lockRefreshToken(connection, digest(refreshToken));
    if (row) await statements.revokeSession(connection, row.sessionId, iso(context));
  });
}

export async function getAccount(context: AccountsContext, id: string): Promise<Account> {
  const account = await statements.accountById(context.database.connection, id);
  if (!account) throw signInAgain();
  return toAccount(account);
}

export async function rename(context: AccountsContext, id: string, name: string): Promise<Account> {
  const account = await statements.setName(context.database.connection, id, name.trim());
  if (!account) throw signInAgain();
  return toAccount(account);
}

export async function sendVerification(context: AccountsContext, id: string): Promise<void> {
  const account = await getAccount(context, id);
  if (account.verified) return;
  mailVerification(context, account, await newMailToken(context, context.database.connection, id, "verify"));
}

export function verify(context: AccountsContext, token: string): Promise<Account> {
  return transaction(context.database, async (connection) => {
    const id = await takeMailToken(context, connection, token, "verify");
    await statements.setVerified(connection, id, iso(context));
    return toAccount((await statements.accountById(connection, id))!);
  });
}

/** Mails a link to whoever has an account; the answer does not tell whether there is one. */
export async function requestReset(context: AccountsContext, email: string): Promise<void> {
  const { connection } = context.database;
  const account = await statements.accountByEmail(connection, email.toLowerCase());
  if (!account) return;
  const token = await newMailToken(context, connection, account.id, "reset");
  context.sendMail({
    to: account.email,
    subject: "Choose a new password",
    text: `Hello ${account.name},\n\nchoose a new password here, within one hour:\n${context.publicUrl}/reset#${token}\n\nIf you did not ask for this, nothing has changed.\n`,
  });
}

/** Sets a new password and ends every session: whoever knew the old one is out. */
export async function resetPassword(context: AccountsContext, token: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password, context.passwordCost);
  await transaction(context.database, async (connection) => {
    const id = await takeMailToken(context, connection, token, "reset");
    await statements.setPasswordHash(connection, id, passwordHash);
    // The link arrived, so the address is theirs.
    await statements.setVerified(connection, id, iso(context));
    await statements.revokeSessionsOf(connection, id, iso(context));
  });
}

export async function changePassword(
  context: AccountsContext,
  id: string,
  { current, next }: { current: string; next: string },
): Promise<Session> {
  const account = await statements.accountById(context.database.connection, id);
  const right = await checkPassword(current, account?.passwordHash, context.passwordCost);
  if (!account || !right) throw new Problem(403, "wrong-credentials", "The current password is wrong.");
  const passwordHash = await hashPassword(next, context.passwordCost);
  return transaction(context.database, async (connection) => {
    await statements.setPasswordHash(connection, id, passwordHash);
    await statements.revokeSessionsOf(connection, id, iso(context));
    return startSession(context, connection, account);
  });
}

async function startSession(
  context: AccountsContext,
  connection: Connection,
  account: statements.AccountRow,
): Promise<Session> {
  const id = newId(context);
  const expiresAt = new Date(context.clock() + SESSION_DAYS * DAY_MS).toISOString();
  await statements.deleteDeadSessions(connection, account.id, iso(context));
  await statements.insertSession(connection, { id, accountId: account.id, at: iso(context), expiresAt });
  return issueTokens(context, connection, account, id);
}

async function issueTokens(
  context: AccountsContext,
  connection: Connection,
  account: statements.AccountRow,
  sessionId: string,
): Promise<Session> {
  const refreshToken = newSecret(context);
  await statements.insertRefreshToken(connection, { hash: digest(refreshToken), sessionId, at: iso(context) });
  const accessToken = await signAccessToken({ id: account.id, sessionId }, context.tokenSecret, context.clock());
  return { account: toAccount(account), accessToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, refreshToken };
}

async function newMailToken(
  context: AccountsContext,
  connection: Connection,
  accountId: string,
  purpose: statements.MailPurpose,
): Promise<string> {
  const token = newSecret(context);
  const lifetimeMs = purpose === "reset" ? DAY_MS / 24 : 3 * DAY_MS;
  const expiresAt = new Date(context.clock() + lifetimeMs).toISOString();
  await statements.insertMailToken(connection, { hash: digest(token), accountId, purpose, expiresAt });
  return token;
}

async function takeMailToken(
  context: AccountsContext,
  connection: Connection,
  token: string,
  purpose: statements.MailPurpose,
): Promise<string> {
  const id = await statements.useMailToken(connection, { hash: digest(token), purpose, at: iso(context) });
  if (!id) throw new Problem(410, "link-expired", "This link was used already or is too old; ask for a new one.");
  return id;
}

function mailVerification(context: AccountsContext, { email, name }: Account, token: string): void {
  context.sendMail({
    to: email,
    subject: "Confirm your e-mail address",
    text: `Hello ${name},\n\nconfirm that this address is yours:\n${context.publicUrl}/verify#${token}\n`,
  });
}

function toAccount({ id, email, name, verifiedAt, createdAt }: statements.AccountRow): Account {
  return { id, email, name, verified: verifiedAt !== null, createdAt: createdAt.toISOString() };
}

function signInAgain(): Problem {
  return new Problem(401, "signed-out", "Sign in again.", {}, { "www-authenticate": "Bearer" });
}

function digest(secret: string): Uint8Array {
  return createHash("sha256").update(secret).digest();
}

function iso({ clock }: Platform): string {
  return new Date(clock()).toISOString();
}
