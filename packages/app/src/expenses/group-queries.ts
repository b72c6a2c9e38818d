import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { dataOf } from "../api/create-client.ts";
import type { components } from "../api/schema.d.ts";
import { useSession } from "../session/session-context.ts";

type Schemas = components["schemas"];
export type Group = Schemas["Group"];
export type Member = Schemas["Member"];
export type GroupRecord = Schemas["GroupRecord"];
export type Balances = Schemas["Balances"];
export type Settlement = Schemas["Settlement"];

/** Keys of the cache: all of a group starts alike, so that one change renews the whole group. */
export const groupKeys = {
  all: ["expenses"] as const,
  group: (id: string) => ["expenses", "group", id] as const,
  part: (id: string, part: string) => ["expenses", "group", id, part] as const,
};

export function useGroup(groupId: string): UseQueryResult<Group> {
  const { api } = useSession().session;
  return useQuery({
    queryKey: groupKeys.part(groupId, "group"),
    queryFn: () => dataOf(api.GET("/api/expenses/groups/{groupId}", { params: { path: { groupId } } })),
  });
}

export function useBalances(groupId: string): UseQueryResult<Balances> {
  const { api } = useSession().session;
  return useQuery({
    queryKey: groupKeys.part(groupId, "balances"),
    queryFn: () => dataOf(api.GET("/api/expenses/groups/{groupId}/balances", { params: { path: { groupId } } })),
  });
}

export function useSettlement(groupId: string): UseQueryResult<Settlement> {
  const { api } = useSession().session;
  return useQuery({
    queryKey: groupKeys.part(groupId, "settlement"),
    queryFn: () => dataOf(api.GET("/api/expenses/groups/{groupId}/settlement", { params: { path: { groupId } } })),
  });
}

/** People of a group as the views take them; you are called "You". */
export function peopleOf(group: Group, { leftToo }: { leftToo: boolean }): { id: string; name: string }[] {
  return group.members
    .filter(({ leftAt }) => leftToo || leftAt === undefined)
    .map(({ id, name }) => ({ id, name: id === group.you ? "You" : name }));
}
