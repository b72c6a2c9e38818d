import "./BalanceList.css";
import type { ComponentProps, CSSProperties, JSX } from "react";
import { formatMoney } from "../../money/format-money.ts";
import { nameOf, type Person } from "../person.ts";

export interface BalanceListProps extends ComponentProps<"ul"> {
  /** Minor units by person id: positive is owed to them, negative they owe. */
  balances: Iterable<readonly [string, number]>;
  people: readonly Person[];
  currency: string;
  /** Whose list it is: that person stands first, as `youLabel`. */
  you?: string | undefined;
  youLabel?: string | undefined;
  /** Words for the three states. */
  words?: { readonly gets: string; readonly owes: string; readonly settled: string } | undefined;
}

/**
 * Who is owed and who owes: largest credit first, with a bar to each side of the middle.
 *
 * The bars are decoration: the words and the amount say the same. `ref`, `className`, `style` and unknown props reach
 * the `<ul>`.
 */
export function BalanceList({
  balances,
  people,
  currency,
  you,
  youLabel = "You",
  words = { gets: "gets back", owes: "owes", settled: "settled" },
  className,
  ...props
}: BalanceListProps): JSX.Element {
  const rows = [...balances].sort(
    ([a, left], [b, right]) => Number(b === you) - Number(a === you) || right - left || (a < b ? -1 : 1),
  );
  const largest = Math.max(1, ...rows.map(([, balance]) => Math.abs(balance)));
  return (
    <ul {...props} className={className ? `gw-balance-list ${className}` : "gw-balance-list"}>
      {rows.map(([id, balance]) => (
        <li key={id} data-sign={Math.sign(balance)} style={{ "--size": Math.abs(balance) / largest } as CSSProperties}>
          <span className="gw-balance-name">{id === you ? youLabel : nameOf(people, id)}</span>
          <span className="gw-balance-bar" aria-hidden="true" />
          <span className="gw-balance-state">
            {balance > 0 ? words.gets : balance < 0 ? words.owes : words.settled}
          </span>
          <span className="gw-balance-amount">{balance === 0 ? "" : formatMoney(Math.abs(balance), currency)}</span>
        </li>
      ))}
    </ul>
  );
}
