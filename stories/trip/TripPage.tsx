import { netBalances, pairwiseDebts, settle } from "@groundwork/debts";
import { BalanceList, DebtGraph, ExpenseForm, formatMoney, SettlePlan, sharesOf } from "@groundwork/views";
import { type JSX, useMemo, useState } from "react";
import { expenses as firstExpenses, people } from "./trip.ts";
import "./TripPage.css";

const currency = "EUR";
const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;

/** A trip from its receipts to the transfers that settle it, all worked out in the page. */
export function TripPage(): JSX.Element {
  const [expenses, setExpenses] = useState(firstExpenses);
  const [payments, setPayments] = useState<readonly { from: string; to: string; amount: number }[]>([]);
  const { balances, debts, plan } = useMemo(() => {
    const ledger = [
      ...expenses.map(({ id, amount, paidBy, split }) => ({ id, amount, paidBy, shares: sharesOf(amount, split, id) })),
      ...payments,
    ];
    const balances = netBalances(ledger);
    return { balances, debts: pairwiseDebts(ledger), plan: settle(balances) };
  }, [expenses, payments]);
  const total = expenses.reduce((sum, { amount }) => sum + amount, 0);

  return (
    <main className="trip">
      <header>
        <h1>A week in Lisbon</h1>
        <p>
          {people.length} people, {expenses.length} expenses, {formatMoney(total, currency, "en")} in all. Add one, or
          mark a transfer as paid: everything below follows.
        </p>
      </header>
      <div className="trip-columns">
        <section aria-labelledby="balances">
          <h2 id="balances">Balances</h2>
          <BalanceList balances={balances} people={people} currency={currency} />
          <h2 id="plan">Settle up</h2>
          <SettlePlan
            aria-labelledby="plan"
            plan={plan}
            people={people}
            currency={currency}
            onPaid={(transfer) => setPayments((before) => [...before, transfer])}
          />
        </section>
        <section aria-label="Debts before and after">
          <DebtGraph
            debts={debts}
            people={people}
            currency={currency}
            caption={`Before: ${debts.length} debts between pairs`}
          />
          <DebtGraph
            debts={plan.transfers}
            people={people}
            currency={currency}
            caption={`After: ${plan.transfers.length} transfers`}
          />
        </section>
      </div>
      <div className="trip-columns">
        <section aria-labelledby="add">
          <h2 id="add">Add an expense</h2>
          <ExpenseForm
            people={people}
            currency={currency}
            splitKey={`e${expenses.length + 1}`}
            onSubmit={({ title, amount, paidBy, split }) =>
              setExpenses((before) => [...before, { id: `e${before.length + 1}`, title, amount, paidBy, split }])
            }
          />
        </section>
        <section aria-labelledby="expenses">
          <h2 id="expenses">Expenses</h2>
          <ul className="trip-expenses">
            {expenses.toReversed().map(({ id, title, amount, paidBy, split }) => (
              <li key={id}>
                <span>
                  <b>{title}</b>
                  <small>
                    {nameOf(paidBy)} paid · {split.kind}
                  </small>
                </span>
                <span className="trip-amount">{formatMoney(amount, currency, "en")}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </main>
  );
}
