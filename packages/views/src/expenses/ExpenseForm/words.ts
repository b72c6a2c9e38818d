import type { SplitKind } from "./draft.ts";

/** Every word that the form shows. */
export interface ExpenseFormWords {
  readonly title: string;
  readonly amount: string;
  readonly notAnAmount: string;
  readonly paidBy: string;
  readonly split: string;
  readonly kinds: Readonly<Record<SplitKind, string>>;
  readonly shares: string;
  readonly addsUp: string;
  readonly incomplete: string;
  readonly missing: (amount: string) => string;
  readonly tooMuch: (amount: string) => string;
  readonly item: string;
  readonly addItem: string;
  readonly removeItem: string;
  readonly tax: string;
  readonly tip: string;
  readonly add: string;
}

export const english: ExpenseFormWords = {
  title: "What for",
  amount: "Amount",
  notAnAmount: "Enter an amount such as 12.50.",
  paidBy: "Paid by",
  split: "Split",
  kinds: {
    equal: "Equally",
    exact: "Exact amounts",
    percent: "Percent",
    shares: "Shares",
    adjustments: "Equally, plus",
    items: "By item",
  },
  shares: "Who owes what",
  addsUp: "Adds up to the cent.",
  incomplete: "Shares appear here once the amount and the split are complete.",
  missing: (amount) => `${amount} still to share.`,
  tooMuch: (amount) => `${amount} too much.`,
  item: "Item",
  addItem: "Add an item",
  removeItem: "Remove",
  tax: "Tax",
  tip: "Tip",
  add: "Add expense",
};
