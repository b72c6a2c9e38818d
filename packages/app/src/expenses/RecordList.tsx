import { Button } from "@groundwork/ui";
import { formatMoney } from "@groundwork/views";
import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import type { JSX } from "react";
import { dataOf } from "../api/create-client.ts";
import { messageOf } from "../api/problem-error.ts";
import { useSession } from "../session/session-context.ts";
import { type RecordPage, useDeleteRecord } from "./change-records.ts";
import { type Group, type GroupRecord, groupKeys } from "./group-queries.ts";

/** Everything recorded in a group, the latest day first, a page at a time. */
export function RecordList({ group, writable }: { group: Group; writable: boolean }): JSX.Element {
  const { api } = useSession().session;
  const remove = useDeleteRecord(group);
  const records = useInfiniteQuery<RecordPage, Error, InfiniteData<RecordPage>, readonly string[], string | undefined>({
    queryKey: groupKeys.part(group.id, "records"),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    queryFn: ({ pageParam: cursor }) =>
      dataOf(
        api.GET("/api/expenses/groups/{groupId}/records", {
          params: { path: { groupId: group.id }, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
        }),
      ),
  });
  const all = records.data?.pages.flatMap((page) => page.records);
  return (
    <section aria-labelledby="records">
      <h2 id="records">Expenses and payments</h2>
      {records.isPending && <p role="status">Loading …</p>}
      {(records.error ?? remove.error) && (
        <p role="alert" className="gw-error">
          {messageOf(records.error ?? remove.error)}
        </p>
      )}
      {all?.length === 0 && <p className="app-empty">Nothing yet: add the first expense above.</p>}
      <ul className="app-records">
        {all?.map((record) => (
          <li key={record.id}>
            <details>
              <summary>
                <span>
                  <b>{record.kind === "payment" ? "Payment" : record.description}</b>
                  <small>{sentence(group, record)}</small>
                </span>
                <span className="app-amount">{formatMoney(record.amount, group.currency)}</span>
              </summary>
              <ul>
                {record.shares.map(({ memberId, amount }) => (
                  <li key={memberId}>
                    <span>
                      {nameIn(group, memberId)} {record.kind === "payment" ? "received" : "owes"}
                    </span>
                    <span className="app-amount">{formatMoney(amount, group.currency)}</span>
                  </li>
                ))}
              </ul>
              {writable && (
                <Button
                  variant="plain"
                  tone="danger"
                  size="small"
                  aria-label={`Delete ${record.description || "the payment"}`}
                  onClick={() => remove.mutate(record)}
                >
                  Delete
                </Button>
              )}
            </details>
          </li>
        ))}
      </ul>
      {records.hasNextPage && (
        <Button variant="outline" pending={records.isFetchingNextPage} onClick={() => void records.fetchNextPage()}>
          Show earlier ones
        </Button>
      )}
    </section>
  );
}

function sentence(group: Group, { payers, paidOn, kind, shares }: GroupRecord): string {
  const day = new Date(`${paidOn}T12:00:00`).toLocaleDateString(undefined, { day: "numeric", month: "short" });
  const who = payers.map(({ memberId }) => nameIn(group, memberId)).join(" and ");
  const whom = kind === "payment" ? ` ${shares.map(({ memberId }) => nameIn(group, memberId)).join(" and ")}` : "";
  return `${who} paid${whom}, ${day}`;
}

function nameIn(group: Group, memberId: string): string {
  return memberId === group.you ? "You" : (group.members.find(({ id }) => id === memberId)?.name ?? "Somebody");
}
