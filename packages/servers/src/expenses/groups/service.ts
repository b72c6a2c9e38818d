import { type Connection, transaction } from "../../platform/database/database.ts";
import { newId } from "../../platform/identifiers.ts";
import type { Platform } from "../../platform/platform.ts";
import { notFound, Problem } from "../../platform/problem.ts";
import { recordChange } from "../history.ts";
import { changeGroupAs, type Membership, membership, mustBeOpen, type Role } from "../membership.ts";
import * as statements from "./sql.ts";

/** Somebody who is or was in a group. */
export interface Member {
  id: string;
  name: string;
  role: Role;
  /** Whether an account stands behind it; an invitation can hand a place without one over. */
  hasAccount: boolean;
  joinedAt: string;
  leftAt?: string;
}

export interface Group {
  id: string;
  name: string;
  currency: string;
  createdAt: string;
  archived: boolean;
  /** The caller's own member. */
  you: string;
  role: Role;
  members: Member[];
}

export interface GroupSummary {
  id: string;
  name: string;
  currency: string;
  role: Role;
  archived: boolean;
  memberCount: number;
  /** The caller's balance: above zero is owed money. */
  balance: number;
  lastActivityAt: string;
}

/** How many people a group holds, those who left included. */
export const MAX_MEMBERS = 200;

export async function listGroups({ database }: Platform, accountId: string): Promise<GroupSummary[]> {
  const rows = await statements.groupsOf(database.connection, accountId);
  return rows.map((row) => ({ ...row, lastActivityAt: row.lastActivityAt.toISOString() }));
}

/** Makes a group whose owner is the caller, with the named people as members without an account. */
export function createGroup(
  platform: Platform,
  accountId: string,
  { name, currency, members = [] }: { name: string; currency: string; members?: string[] },
): Promise<Group> {
  return transaction(platform.database, async (connection) => {
    const groupId = newId(platform);
    const memberId = newId(platform);
    const at = new Date(platform.clock()).toISOString();
    await statements.insertGroup(connection, { id: groupId, name: name.trim(), currency, at });
    const ownName = await statements.accountName(connection, accountId);
    const owner = { id: memberId, groupId, accountId, name: ownName, role: "owner" as const, at };
    await statements.insertMember(connection, owner);
    for (const other of members) {
      const row = { id: newId(platform), groupId, accountId: null, name: other.trim(), role: "member" as const, at };
      await statements.insertMember(connection, row);
    }
    const group = await readGroup(connection, await membership(connection, groupId, accountId));
    await recordChange(
      connection,
      { groupId, memberId },
      { action: "group-created", subjectId: groupId, at, after: group },
    );
    return group;
  });
}

export async function getGroup({ database }: Platform, accountId: string, groupId: string): Promise<Group> {
  const { connection } = database;
  return readGroup(connection, await membership(connection, groupId, accountId));
}

export function changeGroup(
  platform: Platform,
  accountId: string,
  groupId: string,
  { name, archived }: { name?: string; archived?: boolean },
): Promise<Group> {
  return changeGroupAs(platform, { groupId, accountId, roles: ["owner"] }, async (connection, before) => {
    const at = new Date(platform.clock()).toISOString();
    const archivedAt = (archived ?? before.archivedAt !== null) ? (before.archivedAt?.toISOString() ?? at) : null;
    await statements.updateGroup(connection, groupId, { name: name?.trim() ?? before.name, archivedAt });
    const group = await readGroup(connection, await membership(connection, groupId, accountId));
    await recordChange(connection, before, {
      action: "group-changed",
      subjectId: groupId,
      at,
      before: { name: before.name, archived: before.archivedAt !== null },
      after: { name: group.name, archived: group.archived },
    });
    return group;
  });
}

/** Adds somebody without an account. */
export function addMember(
  platform: Platform,
  accountId: string,
  groupId: string,
  { name, role = "member" }: { name: string; role?: "member" | "viewer" },
): Promise<Member> {
  return changeGroupAs(platform, { groupId, accountId }, async (connection, caller) => {
    mustBeOpen(caller);
    const members = await statements.membersOf(connection, groupId);
    mustHaveRoom(members.length);
    const at = new Date(platform.clock()).toISOString();
    const row = { id: newId(platform), groupId, accountId: null, name: name.trim(), role, at };
    await statements.insertMember(connection, row);
    const member: Member = { id: row.id, name: row.name, role, hasAccount: false, joinedAt: at };
    await recordChange(connection, caller, { action: "member-added", subjectId: row.id, at, after: member });
    return member;
  });
}

export function mustHaveRoom(memberCount: number): void {
  if (memberCount < MAX_MEMBERS) return;
  throw new Problem(422, "group-full", `A group holds ${MAX_MEMBERS} members at most, those who left included.`, {
    expected: MAX_MEMBERS,
    got: memberCount + 1,
    difference: -1,
  });
}

/** Renames a member (anybody may, who can write) or changes its role (an owner may). */
export function changeMember(
  platform: Platform,
  accountId: string,
  { groupId, memberId }: { groupId: string; memberId: string },
  change: { name?: string; role?: Role },
): Promise<Member> {
  return changeGroupAs(
    platform,
    { groupId, accountId, roles: change.role ? ["owner"] : ["owner", "member"] },
    async (connection, caller) => {
      const { member, others } = await findMember(connection, groupId, memberId);
      if (change.role && change.role !== "owner") mustLeaveAnOwner(member, others);
      if (change.role === "owner" && !member.accountId) {
        throw new Problem(422, "needs-account", "An owner needs an account; invite them to this place first.");
      }
      const next = { ...member, name: change.name?.trim() ?? member.name, role: change.role ?? member.role };
      await statements.updateMember(connection, { ...next, leftAt: null });
      const at = new Date(platform.clock()).toISOString();
      const [before, after] = [toMember(member), toMember(next)];
      await recordChange(connection, caller, { action: "member-changed", subjectId: memberId, at, before, after });
      return after;
    },
  );
}

/** Leaves the group, or removes another as its owner. Only somebody whose balance is zero can go. */
export function removeMember(
  platform: Platform,
  accountId: string,
  { groupId, memberId }: { groupId: string; memberId: string },
): Promise<void> {
  return changeGroupAs(
    platform,
    { groupId, accountId, roles: ["owner", "member", "viewer"] },
    async (connection, caller) => {
      const { member, others } = await findMember(connection, groupId, memberId);
      if (memberId !== caller.memberId && caller.role !== "owner") {
        throw new Problem(403, "forbidden", "Only an owner removes somebody else.");
      }
      if (member.balance !== 0) {
        throw new Problem(409, "not-settled", `${member.name} has a balance of ${member.balance}; settle it first.`, {
          expected: 0,
          got: member.balance,
          difference: -member.balance,
        });
      }
      mustLeaveAnOwner(member, others);
      const at = new Date(platform.clock()).toISOString();
      await statements.updateMember(connection, { ...member, leftAt: at });
      const before = toMember(member);
      await recordChange(connection, caller, { action: "member-left", subjectId: memberId, at, before });
    },
  );
}

async function findMember(connection: Connection, groupId: string, memberId: string) {
  const members = (await statements.membersOf(connection, groupId)).filter(({ leftAt }) => !leftAt);
  const member = members.find(({ id }) => id === memberId);
  if (!member) throw notFound();
  return { member, others: members.filter((other) => other !== member) };
}

function mustLeaveAnOwner(member: statements.MemberRow, others: readonly statements.MemberRow[]): void {
  if (member.role !== "owner" || others.some(({ role }) => role === "owner")) return;
  throw new Problem(409, "last-owner", "A group needs an owner; make somebody else one first.");
}

export async function readGroup(connection: Connection, found: Membership): Promise<Group> {
  const members = await statements.membersOf(connection, found.groupId);
  return {
    id: found.groupId,
    name: found.name,
    currency: found.currency,
    createdAt: found.createdAt.toISOString(),
    archived: found.archivedAt !== null,
    you: found.memberId,
    role: found.role,
    members: members.map(toMember),
  };
}

export function toMember({ id, name, role, accountId, joinedAt, leftAt }: statements.MemberRow): Member {
  const member = { id, name, role, hasAccount: accountId !== null, joinedAt: joinedAt.toISOString() };
  return leftAt ? { ...member, leftAt: leftAt.toISOString() } : member;
}
