import { Badge, Button, EmptyState, Link, Table, type TableProps } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

interface Expense {
  id: string;
  what: string;
  who: string;
  day: string;
  cents: number;
  settled: boolean;
}

const expenses: Expense[] = [
  { id: "1", what: "Ferry tickets", who: "Ada", day: "2026-05-03", cents: 14_800, settled: true },
  { id: "2", what: "Groceries", who: "Grace", day: "2026-05-03", cents: 6_235, settled: false },
  { id: "3", what: "Room 9, two nights", who: "Barbara", day: "2026-05-04", cents: 31_000, settled: false },
  { id: "4", what: "Room 10, two nights", who: "Ada", day: "2026-05-04", cents: 31_000, settled: true },
  { id: "5", what: "Museum", who: "Grace", day: "2026-05-05", cents: 2_400, settled: true },
];
const euros = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });

const columns: TableProps<Expense>["columns"] = [
  { key: "what", header: "Expense", rowHeader: true, sortable: true, footer: "Together" },
  { key: "who", header: "Paid by", sortable: true },
  { key: "day", header: "Day", sortable: true },
  {
    key: "settled",
    header: "State",
    cell: ({ settled }) => (settled ? <Badge tone="success">settled</Badge> : <Badge tone="warning">open</Badge>),
  },
  {
    key: "cents",
    header: "Amount",
    align: "end",
    sortable: true,
    cell: ({ cents }) => euros.format(cents / 100),
    footer: euros.format(854.35),
  },
];
const selectable = { label: ({ what }: Expense) => `Select ${what}`, allLabel: "Select all expenses" };

const meta = {
  title: "Content/Table",
  component: Table<Expense>,
  args: { caption: "Expenses", columns, rows: expenses, rowKey: "id", locale: "en", selectable },
  argTypes: {
    caption: { control: "text" },
    hideCaption: { control: "boolean" },
    onSort: { action: "sort" },
    onSelectedChange: { action: "selected" },
  },
  parameters: describe("Table", {
    summary: "Rows of the same kind, side by side: a native table from data, that sorts and lets rows be chosen.",
    keys: [
      ["Enter, Space", "On a header's button: sorts by it, again: the other way round. On a checkbox, Space: chooses"],
      ["Shift + Space", "On a checkbox: all from the last one on"],
      ["Arrow keys", "Scroll the region, where it is too wide or too high"],
    ],
    dos: [
      "Mark the column that names each row with `rowHeader`.",
      "Give it a `maxBlockSize` where it is long: its header stays.",
      "Sort on the server where it has pages: `presorted`, `sort` and `onSort`.",
    ],
    donts: [
      "Don't lay things out with it.",
      "Don't give it thousands of rows: it renders all of them. Use pages.",
      "Don't make a row a button: put a Link into its first cell.",
    ],
  }),
} satisfies Meta<typeof Table<Expense>>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {
  args: { defaultSort: { column: "cents", direction: "descending" }, defaultSelected: ["2"] },
};

export const Plain: Story = { args: { selectable: undefined } };

export const StickyHeader: Story = {
  args: {
    caption: "Sixty expenses",
    rows: Array.from({ length: 60 }, (_, index) => ({ ...expenses[index % 5]!, id: `${index}` })),
    style: { maxBlockSize: "20rem" },
  },
};

export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "20rem" }}>
        <Story />
      </div>
    ),
  ],
};

export const Empty: Story = {
  args: {
    rows: [],
    columns: columns.map((column) => ({ ...column, footer: undefined })),
    empty: (
      <EmptyState title="No expenses yet">
        <p>Add the first one to see who owes whom.</p>
        <Button>Add expense</Button>
      </EmptyState>
    ),
  },
};

export const WithLinks: Story = {
  args: {
    selectable: { ...selectable, disabled: ({ settled }) => settled },
    columns: [
      {
        key: "what",
        header: "Expense",
        rowHeader: true,
        sortable: true,
        cell: ({ id, what }) => <Link href={`#${id}`}>{what}</Link>,
      },
      ...columns.slice(1),
    ],
  },
};
