import { formatMoney } from "@groundwork/views";
import { useQuery } from "@tanstack/react-query";
import { type JSX, useState } from "react";
import { dataOf } from "../api/create-client.ts";
import { messageOf } from "../api/problem-error.ts";
import { useSession } from "../session/session-context.ts";
import { type Group, groupKeys, type Settlement } from "./group-queries.ts";

type Debt = Settlement["before"][number];

/** Who owes whom, pair by pair, and why: each opens to the expenses and payments behind it. */
export function Debts({ group, debts }: { group: Group; debts: readonly Debt[] }): JSX.Element {
  const nameOf = (id: string) =>
    id === group.you ? "You" : (group.members.find((member) => member.id === id)?.name ?? "Somebody");
  return (
    <section aria-labelledby="debts">
      <h2 id="debts">Who owes whom, and why</h2>
      <ul className="app-records">
        {debts.map((debt) => (
          <li key={`${debt.from} ${debt.to}`}>
            <Explained group={group} debt={debt} title={`${nameOf(debt.from)} → ${nameOf(debt.to)}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Explained({ group, debt, title }: { group: Group; debt: Debt; title: string }): JSX.Element {
  const { api } = useSession().session;
  const [open, setOpen] = useState(false);
  const { from, to } = debt;
  const explanation = useQuery({
    queryKey: groupKeys.part(group.id, `why ${from} ${to}`),
    enabled: open,
    queryFn: () =>
      dataOf(
        api.GET("/api/expenses/groups/{groupId}/ledger/{from}/{to}", {
          params: { path: { groupId: group.id, from, to } },
        }),
      ),
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{title}</b>
        <span className="app-amount">{formatMoney(debt.amount, group.currency)}</span>
      </summary>
      {explanation.error && <p role="alert">{messageOf(explanation.error)}</p>}
      <ul aria-busy={open && explanation.isPending}>
        {explanation.data?.items.map((item) => (
          <li key={item.recordId}>
            <span>{item.kind === "payment" ? "Payment" : item.description}</span>
            <span className="app-amount">{formatMoney(item.amount, group.currency)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
