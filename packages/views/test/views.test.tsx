import { BalanceList, DebtGraph, SettlePlan } from "@groundwork/views";
import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";

const people = [
  { id: "a", name: "Ada" },
  { id: "b", name: "Ben" },
  { id: "c", name: "Cem" },
];

describe("BalanceList", () => {
  it("puts you first, then the largest credit, and says each state in words", () => {
    render(
      <BalanceList
        balances={[
          ["a", -500],
          ["b", 500],
          ["c", 0],
        ]}
        people={people}
        currency="EUR"
        you="a"
        data-x="1"
      />,
    );
    const rows = screen.getAllByRole("listitem").map((row) => row.textContent);
    expect(rows).toEqual(["Youowes€5.00", "Bengets back€5.00", "Cemsettled"]);
    expect(screen.getByRole("list").dataset.x).toBe("1");
  });
});

describe("SettlePlan", () => {
  const plan = { transfers: [{ from: "a", to: "b", amount: 500 }], optimal: true, lowerBound: 1 };

  it("names the proof, and hands back the transfer that was paid", async () => {
    const paid = vi.fn();
    render(<SettlePlan plan={plan} people={people} currency="EUR" onPaid={paid} />);
    expect(screen.getByText("1 transfer: proven to be the fewest possible.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Mark as paid: Ada pays Ben €5.00" }));
    expect(paid).toHaveBeenCalledWith(plan.transfers[0]);
  });

  it("does not claim a proof that it was not given", () => {
    render(
      <SettlePlan
        plan={{ ...plan, transfers: [...plan.transfers, { from: "c", to: "b", amount: 1 }], optimal: false }}
        people={people}
        currency="EUR"
      />,
    );
    expect(screen.getByText("2 transfers; at least 1 are needed.")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("DebtGraph", () => {
  const debts = [
    { from: "a", to: "b", amount: 500 },
    { from: "c", to: "b", amount: 100 },
  ];

  it("says in a table what the drawing shows", () => {
    const { container } = render(<DebtGraph debts={debts} people={people} currency="EUR" caption="Before" />);
    expect(container.querySelectorAll(".gw-debt-arrow")).toHaveLength(2);
    const rows = within(screen.getByRole("table", { hidden: true })).getAllByRole("row", { hidden: true });
    expect(rows.map((row) => row.textContent)).toEqual(["FromToAmount", "AdaBen€5.00", "CemBen€1.00"]);
  });

  it("renders on a server, alike each time", () => {
    const draw = () => renderToString(<DebtGraph debts={debts} people={people} currency="EUR" caption="Before" />);
    expect(draw()).toBe(draw());
  });
});
