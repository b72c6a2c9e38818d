import { Button } from "@groundwork/ui";
import { BalanceList, DebtGraph, ExpenseForm, SettlePlan } from "@groundwork/views";
import { type JSX, useState } from "react";
import { Link } from "wouter";
import { messageOf, ProblemError } from "../api/problem-error.ts";
import { Notice } from "../Notice.tsx";
import { NotFoundPage } from "../pages/NotFoundPage.tsx";
import { usePageTitle } from "../pages/use-page-title.ts";
import { useAddExpense, usePay } from "./change-records.ts";
import { Debts } from "./Debts.tsx";
import { type Group, peopleOf, useBalances, useGroup, useSettlement } from "./group-queries.ts";
import { Invitations } from "./Invitations.tsx";
import { RecordList } from "./RecordList.tsx";

/** A group: balances, the plan that settles them, the form for an expense, and everything recorded. */
export function GroupPage({ id }: { id: string }): JSX.Element {
  const group = useGroup(id);
  usePageTitle(group.data?.name ?? "Group");
  if (group.error instanceof ProblemError && (group.error.status === 404 || group.error.status === 400))
    return <NotFoundPage />;
  if (group.error && !group.data) {
    return (
      <Notice
        role="alert"
        title="The group could not be loaded"
        action={<Button onClick={() => void group.refetch()}>Try again</Button>}
      >
        {messageOf(group.error)}
      </Notice>
    );
  }
  if (!group.data) return <p role="status">Loading the group …</p>;
  return <LoadedGroup group={group.data} stale={group.error !== null} />;
}

function LoadedGroup({ group, stale }: { group: Group; stale: boolean }): JSX.Element {
  const balances = useBalances(group.id);
  const people = peopleOf(group, { leftToo: true });
  const writable = !group.archived && group.role !== "viewer";
  const offline = stale || (balances.error instanceof ProblemError && balances.error.status === 0);
  return (
    <>
      <p className="app-back">
        <Link href="/expenses">Your groups</Link>
      </p>
      <div className="app-title">
        <h1>{group.name}</h1>
        <Link href={`/expenses/${group.id}/measurements`}>Measurements</Link>
      </div>
      {offline && (
        <p role="status" className="app-offline">
          The server cannot be reached. This is what was last seen.
        </p>
      )}
      <div className="app-columns">
        <section aria-labelledby="balances">
          <h2 id="balances">Balances</h2>
          {balances.data ? (
            <BalanceList
              balances={balances.data.balances.map(({ memberId, amount }) => [memberId, amount])}
              people={people}
              currency={group.currency}
              you={group.you}
            />
          ) : (
            <p role="status">{balances.error ? messageOf(balances.error) : "Loading the balances …"}</p>
          )}
          <Settle group={group} writable={writable} />
        </section>
        <div>
          {writable && <AddExpense group={group} />}
          <RecordList group={group} writable={writable} />
          {writable && <Invitations group={group} />}
        </div>
      </div>
    </>
  );
}

function AddExpense({ group }: { group: Group }): JSX.Element {
  const add = useAddExpense(group);
  // The id is chosen here, so that a repeated request is written once and the odd cent goes where this page shows it.
  const [id, setId] = useState(() => crypto.randomUUID());
  return (
    <section aria-labelledby="add">
      <h2 id="add">Add an expense</h2>
      <ExpenseForm
        people={peopleOf(group, { leftToo: false })}
        currency={group.currency}
        defaultPaidBy={group.you}
        splitKey={id}
        error={add.error ? messageOf(add.error) : undefined}
        onSubmit={async (expense) => {
          await add.mutateAsync({ ...expense, id, paidOn: today() });
          setId(crypto.randomUUID());
        }}
      />
    </section>
  );
}

function Settle({ group, writable }: { group: Group; writable: boolean }): JSX.Element {
  const settlement = useSettlement(group.id);
  const pay = usePay(group);
  const people = peopleOf(group, { leftToo: true });
  const plan = settlement.data;
  const underWay = pay.isPending
    ? plan?.transfers.findIndex(({ from, to }) => from === pay.variables.from && to === pay.variables.to)
    : undefined;
  return (
    <>
      <h2 id="settle">Settle up</h2>
      {plan ? (
        <SettlePlan
          aria-labelledby="settle"
          plan={plan}
          people={people}
          currency={group.currency}
          pending={underWay}
          words={words}
          onPaid={
            writable ? (transfer) => pay.mutate({ ...transfer, id: crypto.randomUUID(), paidOn: today() }) : undefined
          }
        />
      ) : (
        <p role="status">{settlement.error ? messageOf(settlement.error) : "Working out the transfers …"}</p>
      )}
      {pay.error && (
        <p role="alert" className="gw-error">
          {messageOf(pay.error)}
        </p>
      )}
      {plan && plan.before.length > 0 && (
        <>
          <Debts group={group} debts={plan.before} />
          <div className="app-graphs">
            <DebtGraph
              debts={plan.before}
              people={people}
              currency={group.currency}
              caption={`Who owes whom: ${count(plan.before.length, "debt")}`}
            />
            <DebtGraph
              debts={plan.transfers}
              people={people}
              currency={group.currency}
              caption={`Simplified: ${count(plan.transfers.length, "transfer")}`}
            />
          </div>
        </>
      )}
    </>
  );
}

const count = (size: number, thing: string) => `${size} ${thing}${size === 1 ? "" : "s"}`;

/** "You" takes another verb. */
const words = {
  pays: "→",
  paid: "Mark as paid",
  settled: "Everybody is settled.",
  proof: (size: number, lowerBound: number, optimal: boolean) =>
    optimal
      ? `${count(size, "transfer")}: proven to be the fewest possible.`
      : `${count(size, "transfer")}; at least ${lowerBound} are needed.`,
};

/** The day here, not in Greenwich. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
