import { formatMoney } from "@groundwork/views";
import { useQuery } from "@tanstack/react-query";
import type { JSX } from "react";
import { Link } from "wouter";
import { dataOf } from "../api/create-client.ts";
import { messageOf } from "../api/problem-error.ts";
import { Notice } from "../Notice.tsx";
import { usePageTitle } from "../pages/use-page-title.ts";
import { useSession } from "../session/session-context.ts";
import { groupKeys, useGroup } from "./group-queries.ts";

/** What the system measures of itself for one group. */
export function MeasurementsPage({ id: groupId }: { id: string }): JSX.Element {
  usePageTitle("Measurements");
  const { api } = useSession().session;
  const group = useGroup(groupId);
  const measured = useQuery({
    queryKey: groupKeys.part(groupId, "measurements"),
    queryFn: () => dataOf(api.GET("/api/expenses/groups/{groupId}/measurements", { params: { path: { groupId } } })),
  });
  const error = group.error ?? measured.error;
  if (error)
    return (
      <Notice role="alert" title="Nothing could be measured" action={<Link href="/expenses">Go to your groups</Link>}>
        {messageOf(error)}
      </Notice>
    );
  if (!group.data || !measured.data) return <p role="status">Measuring …</p>;
  const { additions, edgesBefore, edgesAfter, sum, recountAgrees, balancePlan } = measured.data;
  const rows: [string, string][] = [
    [
      "Adding an expense, median",
      additions.count === 0
        ? "none added since the server started"
        : `${additions.medianMs.toFixed(1)} ms of ${additions.count}`,
    ],
    ["Adding an expense, 95th percentile", additions.count === 0 ? "–" : `${additions.p95Ms.toFixed(1)} ms`],
    ["Debts between pairs, before", String(edgesBefore)],
    ["Transfers that settle them, after", String(edgesAfter)],
    ["Sum of all balances", formatMoney(sum, group.data.currency)],
    ["A recount from every record", recountAgrees ? "agrees to the cent" : "DISAGREES"],
  ];
  return (
    <>
      <p className="app-back">
        <Link href={`/expenses/${groupId}`}>{group.data.name}</Link>
      </p>
      <h1>Measurements</h1>
      <table className="app-table">
        <tbody>
          {rows.map(([what, value]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>Plan of the balance query</h2>
      <pre className="app-plan">{balancePlan.join("\n")}</pre>
    </>
  );
}
