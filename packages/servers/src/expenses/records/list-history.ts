import type { Platform } from "../../platform/platform.ts";
import { membership } from "../membership.ts";
import * as statements from "./sql.ts";

/** One line of a group's history. */
export interface HistoryLine {
  id: number;
  at: string;
  memberId: string;
  action: string;
  subjectId: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Who did what, the latest first; of one subject when `subjectId` is given. */
export async function listHistory(
  { database }: Platform,
  accountId: string,
  groupId: string,
  { limit = 50, cursor, subjectId }: { limit?: number; cursor?: number; subjectId?: string },
): Promise<{ lines: HistoryLine[]; next?: number }> {
  const { connection } = database;
  await membership(connection, groupId, accountId);
  const rows = await statements.historyOf(connection, groupId, { limit: limit + 1, before: cursor, subjectId });
  const lines = rows.slice(0, limit).map(({ at, before, after, ...line }) => ({
    ...line,
    at: at.toISOString(),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  }));
  const last = lines.at(-1);
  return rows.length > limit && last ? { lines, next: last.id } : { lines };
}
