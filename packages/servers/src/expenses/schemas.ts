import { type TInteger, type TObject, type TString, Type } from "typebox";
import { closed, id, type Schema, text, time } from "../platform/schemas.ts";
import type { Group, GroupSummary, Member } from "./groups/service.ts";
import type { Role } from "./membership.ts";

/** The largest amount of one record, in minor units: sums of thousands stay exact. */
export const MAX_AMOUNT = 1_000_000_000_000;

export function amount(): TInteger {
  return Type.Integer({ minimum: 1, maximum: MAX_AMOUNT, description: "In minor units, above zero." });
}

/** What somebody is owed (above zero) or owes. */
export function balance(): TInteger {
  return Type.Integer({ description: "In minor units; above zero is owed money, below zero owes it." });
}

export function currency(): TString {
  return Type.String({ pattern: "^[A-Z]{3}$", description: "ISO 4217, such as EUR." });
}

export function role(): Schema<Role> {
  return Type.Unsafe<Role>(Type.String({ enum: ["owner", "member", "viewer"] }));
}

/** Roles that can be given to somebody new. */
export function givenRole(): Schema<"member" | "viewer"> {
  return Type.Unsafe<"member" | "viewer">(Type.String({ enum: ["member", "viewer"] }));
}

export function inGroup(): TObject<{ groupId: TString }> {
  return closed({ groupId: id() });
}

export function memberSchema(): Schema<Member> {
  return Type.Unsafe<Member>(
    closed(
      {
        id: id(),
        name: text(80),
        role: role(),
        hasAccount: Type.Boolean({ description: "Without one, an invitation can hand the place over." }),
        joinedAt: time(),
        leftAt: Type.Optional(time()),
      },
      "Member",
    ),
  );
}

export function groupSchema(): Schema<Group> {
  return Type.Unsafe<Group>(
    closed(
      {
        id: id(),
        name: text(80),
        currency: currency(),
        createdAt: time(),
        archived: Type.Boolean(),
        you: Type.String({ format: "uuid", description: "Your own member." }),
        role: role(),
        members: Type.Array(memberSchema(), { description: "Those who left included, in order of joining." }),
      },
      "Group",
    ),
  );
}

export function groupSummarySchema(): Schema<GroupSummary> {
  return Type.Unsafe<GroupSummary>(
    closed(
      {
        id: id(),
        name: text(80),
        currency: currency(),
        role: role(),
        archived: Type.Boolean(),
        memberCount: Type.Integer(),
        balance: balance(),
        lastActivityAt: time(),
      },
      "GroupSummary",
    ),
  );
}
