import { ExpenseForm, type NewExpense } from "@groundwork/views";
import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";

const people = [
  { id: "a", name: "Ada" },
  { id: "b", name: "Ben" },
  { id: "__proto__", name: "Cem" },
];

function setUp(onSubmit: (expense: NewExpense) => void | Promise<void> = () => {}) {
  const submitted = vi.fn(onSubmit);
  render(<ExpenseForm people={people} currency="EUR" splitKey="e1" onSubmit={submitted} />);
  return { submitted, user: userEvent.setup() };
}

const amount = () => screen.getByRole("textbox", { name: /^Amount/ });
const choose = (kind: string) => userEvent.selectOptions(screen.getByRole("combobox", { name: "Split" }), kind);
const add = () => screen.getByRole("button", { name: "Add expense" });
const shares = () =>
  within(screen.getByRole("group", { name: "Who owes what" }))
    .getAllByRole("status", { hidden: true })
    .map((node) => node.textContent);

describe("ExpenseForm", () => {
  it("shows every share while the amount is typed, and they sum to it", async () => {
    const { user } = setUp();
    await user.type(amount(), "10");
    const values = [...document.querySelectorAll("output")].map(
      (node) => Number(node.textContent.replace(/[^\d.]/g, "")) * 100,
    );
    expect(values.map(Math.round).reduce((sum, value) => sum + value, 0)).toBe(1000);
    expect(shares().join()).toContain("Adds up");
  });

  it("says how much is missing, and how much is too much", async () => {
    const { user } = setUp();
    await user.type(amount(), "10");
    await choose("exact");
    await user.type(screen.getByRole("textbox", { name: "Exact amounts: Ada" }), "7");
    expect(screen.getByText("€3.00 still to share.")).toBeTruthy();
    expect(add()).toHaveProperty("disabled", true);
    await user.type(screen.getByRole("textbox", { name: "Exact amounts: Ben" }), "4.5");
    expect(screen.getByText("€1.50 too much.")).toBeTruthy();
    await choose("percent");
    await user.type(screen.getByRole("textbox", { name: "Percent: Ada" }), "60");
    expect(screen.getByText("40 % still to share.")).toBeTruthy();
  });

  it("hands over the split as data, then starts anew", async () => {
    const { user, submitted } = setUp();
    await user.type(screen.getByRole("textbox", { name: /What for/ }), " Tea ");
    await user.type(amount(), "9,01");
    await user.click(screen.getByRole("checkbox", { name: "Ben" }));
    await user.click(add());
    const [expense] = submitted.mock.calls[0]!;
    expect(expense).toMatchObject({
      title: "Tea",
      amount: 901,
      paidBy: "a",
      split: { kind: "equal", participants: ["a", "__proto__"] },
    });
    expect([...expense.shares.values()].reduce((sum, share) => sum + share, 0)).toBe(901);
    expect(amount()).toHaveProperty("value", "");
  });

  it("keeps what was typed when the caller refuses", async () => {
    const { user, submitted } = setUp(() => Promise.reject(new Error("offline")));
    await user.type(screen.getByRole("textbox", { name: /What for/ }), "Tea");
    await user.type(amount(), "9");
    await user.click(add());
    expect(submitted).toHaveBeenCalledOnce();
    expect(amount()).toHaveProperty("value", "9");
    expect(add()).toHaveProperty("disabled", false);
  });

  it("names an amount that is none", async () => {
    const { user } = setUp();
    await user.type(amount(), "9.999");
    expect(screen.getByText("Enter an amount such as 12.50.")).toBeTruthy();
    expect(add()).toHaveProperty("disabled", true);
  });

  it("splits by item with a tip", async () => {
    const { user } = setUp();
    await user.type(screen.getByRole("textbox", { name: /What for/ }), "Lunch");
    await user.type(amount(), "33");
    await choose("items");
    await user.type(screen.getByRole("textbox", { name: "Amount: Item 1" }), "12");
    const first = within(screen.getByRole("group", { name: "Item 1" }));
    await user.click(first.getByRole("checkbox", { name: "Ben" }));
    await user.click(first.getByRole("checkbox", { name: "Cem" }));
    await user.click(screen.getByRole("button", { name: "Add an item" }));
    await user.type(screen.getByRole("textbox", { name: "Amount: Item 2" }), "18");
    expect(screen.getByText("€3.00 still to share.")).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: "Tip" }), "3");
    expect([...document.querySelectorAll("output")].map((node) => node.textContent)).toEqual([
      "€19.80",
      "€6.60",
      "€6.60",
    ]);
  });
});
