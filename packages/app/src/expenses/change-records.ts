import type { NewExpense } from "@groundwork/views";
import {
  type InfiniteData,
  type QueryClient,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { dataOf } from "../api/create-client.ts";
import { useSession } from "../session/session-context.ts";
import { type Balances, type Group, type GroupRecord, groupKeys, type Settlement } from "./group-queries.ts";
import { toApiSplit } from "./to-api-split.ts";

export interface RecordPage {
  records: GroupRecord[];
  next?: string;
}

/** What a change shows at once, before the server has answered. */
interface Change {
  readonly add?: GroupRecord;
  readonly remove?: GroupRecord;
}

type AddExpense = NewExpense & { readonly id: string; readonly paidOn: string };
type Payment = Settlement["transfers"][number] & { readonly id: string; readonly paidOn: string };

/** Adds an expense: list and balances show it at once, and take it back if the server refuses. */
export function useAddExpense(group: Group): UseMutationResult<GroupRecord, Error, AddExpense, Snapshot> {
  const { api } = useSession().session;
  return useOptimistic(group, {
    send: ({ id, title, amount, paidBy, split, paidOn }: AddExpense) =>
      dataOf(
        api.POST("/api/expenses/groups/{groupId}/expenses", {
          params: { path: { groupId: group.id } },
          body: {
            id,
            description: title,
            amount,
            paidOn,
            payers: [{ memberId: paidBy, amount }],
            split: toApiSplit(split),
          },
        }),
      ),
    change: ({ id, title, amount, paidBy, shares, paidOn }) => ({
      add: draft(group, {
        id,
        kind: "expense",
        description: title,
        amount,
        paidOn,
        payers: [[paidBy, amount]],
        shares: [...shares],
      }),
    }),
  });
}

/** Records that a transfer of the plan was paid. */
export function usePay(group: Group): UseMutationResult<GroupRecord, Error, Payment, Snapshot> {
  const { api } = useSession().session;
  return useOptimistic(group, {
    send: ({ id, from, to, amount, paidOn }: Payment) =>
      dataOf(
        api.POST("/api/expenses/groups/{groupId}/payments", {
          params: { path: { groupId: group.id } },
          body: { id, from, to, amount, paidOn },
        }),
      ),
    change: ({ id, from, to, amount, paidOn }) => ({
      add: draft(group, {
        id,
        kind: "payment",
        description: "",
        amount,
        paidOn,
        payers: [[from, amount]],
        shares: [[to, amount]],
      }),
    }),
  });
}

/** Deletes a record, at the version that was seen. */
export function useDeleteRecord(group: Group): UseMutationResult<unknown, Error, GroupRecord, Snapshot> {
  const { api } = useSession().session;
  return useOptimistic(group, {
    send: ({ id, version }: GroupRecord) =>
      dataOf(
        api.DELETE("/api/expenses/groups/{groupId}/records/{id}", {
          params: { path: { groupId: group.id, id }, query: { version } },
        }),
      ),
    change: (record) => ({ remove: record }),
  });
}

interface Snapshot {
  readonly records: InfiniteData<RecordPage> | undefined;
  readonly balances: Balances | undefined;
}

function useOptimistic<Answer, Input>(
  group: Group,
  { send, change }: { send: (input: Input) => Promise<Answer>; change: (input: Input) => Change },
): UseMutationResult<Answer, Error, Input, Snapshot> {
  const cache = useQueryClient();
  const [records, balances] = [groupKeys.part(group.id, "records"), groupKeys.part(group.id, "balances")];
  return useMutation({
    mutationFn: send,
    async onMutate(input) {
      await cache.cancelQueries({ queryKey: groupKeys.group(group.id) });
      const before: Snapshot = { records: cache.getQueryData(records), balances: cache.getQueryData(balances) };
      show(cache, group.id, change(input));
      return before;
    },
    onError(_error, _input, before) {
      cache.setQueryData(records, before?.records);
      cache.setQueryData(balances, before?.balances);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: groupKeys.all }),
  });
}

function show(cache: QueryClient, groupId: string, { add, remove }: Change) {
  cache.setQueryData<InfiniteData<RecordPage>>(groupKeys.part(groupId, "records"), (data) => {
    if (!data) return data;
    const pages = data.pages.map((page) => ({ ...page, records: page.records.filter(({ id }) => id !== remove?.id) }));
    const [first, ...rest] = pages;
    return { ...data, pages: add && first ? [{ ...first, records: [add, ...first.records] }, ...rest] : pages };
  });
  cache.setQueryData<Balances>(groupKeys.part(groupId, "balances"), (data) => {
    if (!data) return data;
    const effect = (id: string) => effectOf(add, id) - effectOf(remove, id);
    return { ...data, balances: data.balances.map((row) => ({ ...row, amount: row.amount + effect(row.memberId) })) };
  });
}

/** What a record adds to somebody's balance. */
function effectOf(record: GroupRecord | undefined, memberId: string): number {
  const sum = (parts: GroupRecord["payers"]) =>
    parts.filter((part) => part.memberId === memberId).reduce((total, { amount }) => total + amount, 0);
  return record ? sum(record.payers) - sum(record.shares) : 0;
}

type Parts = readonly (readonly [string, number])[];

function draft(
  group: Group,
  {
    payers,
    shares,
    ...record
  }: Pick<GroupRecord, "id" | "kind" | "description" | "amount" | "paidOn"> & { payers: Parts; shares: Parts },
): GroupRecord {
  const now = new Date().toISOString();
  const parts = (entries: Parts) => entries.map(([memberId, amount]) => ({ memberId, amount }));
  return {
    ...record,
    payers: parts(payers),
    shares: parts(shares),
    createdBy: group.you,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}
