import type { Platform } from "../../platform/platform.ts";
import { notFound } from "../../platform/problem.ts";
import { membership } from "../membership.ts";
import { type GroupRecord, toRecord } from "./service.ts";
import * as statements from "./sql.ts";

export async function getRecord(
  { database }: Platform,
  accountId: string,
  { groupId, id }: { groupId: string; id: string },
): Promise<GroupRecord> {
  const { connection } = database;
  await membership(connection, groupId, accountId);
  const row = await statements.recordById(connection, groupId, id);
  if (!row || row.deletedAt) throw notFound();
  return toRecord(row);
}

/** One page of expenses and payments, the latest day first. */
export async function listRecords(
  { database }: Platform,
  accountId: string,
  groupId: string,
  { limit = 50, cursor }: { limit?: number; cursor?: string },
): Promise<{ records: GroupRecord[]; next?: string }> {
  const { connection } = database;
  await membership(connection, groupId, accountId);
  const rows = await statements.recordsOf(connection, groupId, { limit: limit + 1, cursor: readCursor(cursor) });
  const records = rows.slice(0, limit).map(toRecord);
  const last = records.at(-1);
  return rows.length > limit && last ? { records, next: `${last.paidOn}_${last.id}` } : { records };
}

function readCursor(cursor: string | undefined): { paidOn: string; id: string } | undefined {
  const [paidOn = "", id = ""] = cursor?.split("_") ?? [];
  return cursor === undefined ? undefined : { paidOn, id };
}
