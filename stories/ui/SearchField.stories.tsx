import { SearchField } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/SearchField",
  component: SearchField,
  args: { label: "Search courses", clearLabel: "Clear", defaultValue: "graph" },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    disabled: { control: "boolean" },
    required: { control: "boolean" },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("SearchField", {
    summary: "A search input that a button or Escape empties.",
    keys: [["Escape", "Empties the field; an empty one leaves it to what is around"]],
    dos: ["Put it into `<search>`."],
  }),
} satisfies Meta<typeof SearchField>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Empty: Story = { args: { defaultValue: undefined, placeholder: "Graph theory…" } };
