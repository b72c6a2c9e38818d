import "./DebtGraph.css";
import { type ComponentProps, type JSX, type ReactNode, useId } from "react";
import { formatMoney } from "../../money/format-money.ts";
import { nameOf, type Person } from "../person.ts";
import { curveBetween, placeOnCircle } from "./layout.ts";

export interface DebtGraphProps extends Omit<ComponentProps<"figure">, "children"> {
  /** Arrows from debtor to creditor, in minor units. */
  debts: readonly { readonly from: string; readonly to: string; readonly amount: number }[];
  people: readonly Person[];
  currency: string;
  caption: ReactNode;
  words?: { readonly from: string; readonly to: string; readonly amount: string; readonly table: string } | undefined;
}

/**
 * Who owes whom: people on a circle, an arrow a debt, thicker for more. The same debts stand in a table below it, for
 * everybody who would rather read. Placement depends on the order of `people` alone, so that two graphs of one group
 * can be compared. `ref`, `className`, `style` and unknown props reach the `<figure>`.
 */
export function DebtGraph({
  debts,
  people,
  currency,
  caption,
  words = { from: "From", to: "To", amount: "Amount", table: "As a table" },
  className,
  ...props
}: DebtGraphProps): JSX.Element {
  const marker = useId();
  const places = placeOnCircle(people.map(({ id }) => id));
  const largest = Math.max(1, ...debts.map(({ amount }) => amount));
  return (
    <figure {...props} className={className ? `gw-debt-graph ${className}` : "gw-debt-graph"}>
      <figcaption>{caption}</figcaption>
      <svg viewBox="-160 -130 320 260" aria-hidden="true">
        <defs>
          <marker
            id={marker}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        {debts.map(({ from, to, amount }) => {
          const source = places.get(from);
          const target = places.get(to);
          if (!source || !target) return null;
          return (
            <path
              key={`${from} ${to}`}
              className="gw-debt-arrow"
              d={curveBetween(source, target)}
              strokeWidth={1 + (3 * amount) / largest}
              markerEnd={`url(#${marker})`}
            />
          );
        })}
        {people.map(({ id, name }) => {
          const { x, y } = places.get(id)!;
          return (
            <g key={id} transform={`translate(${x} ${y})`}>
              <circle r="20" />
              <text dy="0.35em">{name.length > 6 ? `${name.slice(0, 5)}…` : name}</text>
            </g>
          );
        })}
      </svg>
      <details>
        <summary>
          {words.table} ({debts.length})
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.amount}</th>
            </tr>
          </thead>
          <tbody>
            {debts.map(({ from, to, amount }) => (
              <tr key={`${from} ${to}`}>
                <td>{nameOf(people, from)}</td>
                <td>{nameOf(people, to)}</td>
                <td>{formatMoney(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
