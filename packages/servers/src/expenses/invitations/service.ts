import { createHash } from "node:crypto";
import { type Connection, transaction } from "../../platform/database/database.ts";
import { newId, newSecret } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";
import { notFound, Problem } from "../../platform/problem.ts";
import { type Group, mustHaveRoom, readGroup } from "../groups/service.ts";
import { accountName, insertMember, type MemberRow, membersOf, updateMember } from "../groups/sql.ts";
import { recordChange } from "../history.ts";
import { changeGroupAs, lockGroup, membership, mustBeOpen } from "../membership.ts";
import * as statements from "./sql.ts";

/** An invitation that can still be accepted. */
export interface Invitation {
  id: string;
  /** The place that it hands over; without one it makes a new member. */
  memberId?: string;
  role: "member" | "viewer";
  createdBy: string;
  createdAt: string;
  expiresAt: string;
}

/** What whoever holds the link sees before they accept. */
export interface InvitationPreview {
  groupName: string;
  invitedBy: string;
  memberName?: string;
  role: "member" | "viewer";
  expiresAt: string;
}

const LIFETIME_MS = 14 * 86_400_000;

/** Makes a link that lets one person in; its token is shown this once and stored as a hash. */
export function createInvitation(
  platform: Platform,
  accountId: string,
  groupId: string,
  { memberId, role = "member" }: { memberId?: string; role?: "member" | "viewer" },
): Promise<{ invitation: Invitation; token: string; link: string }> {
  return changeGroupAs(platform, { groupId, accountId }, async (connection, caller) => {
    mustBeOpen(caller);
    if (memberId) mustBeFree(await membersOf(connection, groupId), memberId);
    const now = platform.clock();
    const at = new Date(now).toISOString();
    const expiresAt = new Date(now + LIFETIME_MS).toISOString();
    const token = newSecret(platform);
    const row = {
      id: newId(platform),
      groupId,
      memberId: memberId ?? null,
      role,
      createdBy: caller.memberId,
      at,
      expiresAt,
    };
    await statements.insertInvitation(connection, { ...row, tokenHash: digest(token) });
    const invitation: Invitation = {
      id: row.id,
      ...(memberId ? { memberId } : {}),
      role,
      createdBy: row.createdBy,
      createdAt: at,
      expiresAt,
    };
    await recordChange(connection, caller, { action: "invitation-created", subjectId: row.id, at, after: invitation });
    return { invitation, token, link: `${platform.publicUrl}/expenses/join#${token}` };
  });
}

export async function listInvitations(platform: Platform, accountId: string, groupId: string): Promise<Invitation[]> {
  const { connection } = platform.database;
  await membership(connection, groupId, accountId);
  const rows = await statements.openInvitations(connection, groupId, new Date(platform.clock()).toISOString());
  return rows.map(toInvitation);
}

export function revokeInvitation(
  platform: Platform,
  accountId: string,
  { groupId, invitationId }: { groupId: string; invitationId: string },
): Promise<void> {
  return changeGroupAs(platform, { groupId, accountId }, async (connection, caller) => {
    const at = new Date(platform.clock()).toISOString();
    if (!(await statements.markRevoked(connection, { id: invitationId, groupId, at }))) throw notFound();
    await recordChange(connection, caller, { action: "invitation-revoked", subjectId: invitationId, at });
  });
}

export async function previewInvitation(platform: Platform, token: string): Promise<InvitationPreview> {
  const row = await usable(platform, platform.database.connection, token);
  const { groupName, invitedBy, memberName, role, expiresAt } = row;
  return { groupName, invitedBy, ...(memberName ? { memberName } : {}), role, expiresAt: expiresAt.toISOString() };
}

/** Joins the group: in the place that the invitation hands over, in one's own former place, or as a new member. */
export function acceptInvitation(platform: Platform, accountId: string, token: string): Promise<Group> {
  return transaction(platform.database, async (connection) => {
    const { groupId } = await usable(platform, connection, token);
    await lockGroup(connection, groupId);
    // Again, under the lock: a link lets one person in.
    const invitation = await usable(platform, connection, token);
    const at = new Date(platform.clock()).toISOString();
    const memberId = await takePlace(platform, connection, { accountId, invitation, at });
    await statements.markAccepted(connection, { id: invitation.id, memberId, at });
    const found = await membership(connection, groupId, accountId);
    mustBeOpen(found);
    await recordChange(connection, found, { action: "invitation-accepted", subjectId: invitation.id, at });
    return readGroup(connection, found);
  });
}

async function takePlace(
  platform: Platform,
  connection: Connection,
  { accountId, invitation, at }: { accountId: string; invitation: statements.InvitationRow; at: string },
): Promise<string> {
  const { groupId, memberId, role } = invitation;
  const members = await membersOf(connection, groupId);
  const own = members.find((member) => member.accountId === accountId);
  if (own && !own.leftAt) throw new Problem(409, "already-member", "You are in this group already.");
  if (own && memberId)
    throw new Problem(409, "former-member", "You have been in this group; ask for an invitation without a place.");
  if (own) {
    await updateMember(connection, { ...own, role, leftAt: null });
    return own.id;
  }
  if (memberId) {
    const place = mustBeFree(members, memberId);
    await updateMember(connection, { ...place, accountId, role, leftAt: null });
    return memberId;
  }
  mustHaveRoom(members.length);
  const id = newId(platform);
  await insertMember(connection, { id, groupId, accountId, name: await accountName(connection, accountId), role, at });
  return id;
}

function mustBeFree(members: readonly MemberRow[], memberId: string): MemberRow {
  const place = members.find(({ id, leftAt }) => id === memberId && !leftAt);
  if (!place) throw new Problem(422, "unknown-member", `Not in this group: ${memberId}.`);
  if (place.accountId) throw new Problem(409, "place-taken", `${place.name} has an account already.`);
  return place;
}

async function usable(platform: Platform, connection: Connection, token: string): Promise<statements.InvitationRow> {
  const row = await statements.invitationByHash(connection, digest(token));
  if (row && !row.acceptedAt && !row.revokedAt && row.expiresAt.getTime() > platform.clock()) return row;
  throw new Problem(410, "link-expired", "This invitation was used, withdrawn or is too old; ask for a new one.");
}

function toInvitation({ id, memberId, role, createdBy, createdAt, expiresAt }: statements.InvitationRow): Invitation {
  const dates = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, ...(memberId ? { memberId } : {}), role, createdBy, ...dates };
}

function digest(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
