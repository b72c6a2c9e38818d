import "./SettlePlan.css";
import { Button } from "@groundwork/ui";
import type { ComponentProps, JSX } from "react";
import { formatMoney } from "../../money/format-money.ts";
import { nameOf, type Person } from "../person.ts";

/** A plan as `settle` of `@groundwork/debts` returns it. */
export interface Plan {
  readonly transfers: readonly { readonly from: string; readonly to: string; readonly amount: number }[];
  readonly optimal: boolean;
  readonly lowerBound: number;
}

export interface SettlePlanProps extends Omit<ComponentProps<"section">, "children"> {
  plan: Plan;
  people: readonly Person[];
  currency: string;
  /** Called with the transfer that was paid; without it there are no buttons. */
  onPaid?: ((transfer: Plan["transfers"][number]) => void) | undefined;
  /** Index of the transfer whose payment is under way. */
  pending?: number | undefined;
  words?: SettlePlanWords | undefined;
}

export interface SettlePlanWords {
  readonly pays: string;
  readonly paid: string;
  readonly settled: string;
  /** Told what is proven: the count, the bound and whether they meet. */
  readonly proof: (count: number, lowerBound: number, optimal: boolean) => string;
}

/**
 * Who pays whom, and what is proven about it. `ref`, `className`, `style` and unknown props reach the `<section>`.
 */
export function SettlePlan({
  plan,
  people,
  currency,
  onPaid,
  pending,
  words = english,
  className,
  ...props
}: SettlePlanProps): JSX.Element {
  const { transfers, optimal, lowerBound } = plan;
  return (
    <section {...props} className={className ? `gw-settle-plan ${className}` : "gw-settle-plan"}>
      {transfers.length === 0 ? (
        <p>{words.settled}</p>
      ) : (
        <>
          <ol>
            {transfers.map((transfer, index) => {
              const from = nameOf(people, transfer.from);
              const to = nameOf(people, transfer.to);
              const amount = formatMoney(transfer.amount, currency);
              return (
                <li key={`${transfer.from} ${transfer.to}`}>
                  <span className="gw-settle-who">
                    <b>{from}</b> <span className="gw-settle-verb">{words.pays}</span> <b>{to}</b>
                  </span>
                  <span className="gw-settle-amount">{amount}</span>
                  {onPaid && (
                    <Button
                      variant="outline"
                      size="small"
                      pending={pending === index}
                      onClick={() => onPaid(transfer)}
                      aria-label={`${words.paid}: ${from} ${words.pays} ${to} ${amount}`}
                    >
                      {words.paid}
                    </Button>
                  )}
                </li>
              );
            })}
          </ol>
          <p className="gw-settle-proof" data-optimal={optimal}>
            {words.proof(transfers.length, lowerBound, optimal)}
          </p>
        </>
      )}
    </section>
  );
}

const english: SettlePlanWords = {
  pays: "pays",
  paid: "Mark as paid",
  settled: "Everybody is settled.",
  proof: (count, lowerBound, optimal) =>
    optimal
      ? `${count} ${count === 1 ? "transfer" : "transfers"}: proven to be the fewest possible.`
      : `${count} transfers; at least ${lowerBound} are needed.`,
};
