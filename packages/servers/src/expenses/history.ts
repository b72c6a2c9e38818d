import { sql } from "kysely";
import type { Connection } from "../platform/database/database.ts";
import type { Membership } from "./membership.ts";

/** What happened in a group; each is one line of its history. */
export type Action =
  | "group-created"
  | "group-changed"
  | "member-added"
  | "member-changed"
  | "member-left"
  | "invitation-created"
  | "invitation-revoked"
  | "invitation-accepted"
  | "expense-added"
  | "expense-changed"
  | "expense-deleted"
  | "payment-added"
  | "payment-changed"
  | "payment-deleted";

export interface Change {
  action: Action;
  subjectId: string;
  at: string;
  before?: object | undefined;
  after?: object | undefined;
}

/** Writes one line of history, in the transaction of the change itself. */
export async function recordChange(
  connection: Connection,
  { groupId, memberId }: Pick<Membership, "groupId" | "memberId">,
  { action, subjectId, at, before, after }: Change,
): Promise<void> {
  const json = (value: object | undefined) => (value ? JSON.stringify(value) : null);
  await sql`
    insert into expenses_history (group_id, at, member_id, action, subject_id, before, after)
    values (${groupId}, ${at}, ${memberId}, ${action}, ${subjectId}, ${json(before)}::jsonb, ${json(after)}::jsonb)`.execute(
    connection,
  );
}
