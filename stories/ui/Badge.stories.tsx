import { Badge } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Content/Badge",
  component: Badge,
  args: { children: "Paid", tone: "success" },
  argTypes: {
    tone: { control: "inline-radio", options: [undefined, "neutral", "danger", "success", "warning"] },
    children: { control: "text" },
  },
  parameters: describe("Badge", {
    summary: "A short status or count.",
    dos: ["Say it in words: colour alone says nothing to many."],
  }),
} satisfies Meta<typeof Badge>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Tones: Story = {
  render: (args) => (
    <div style={{ display: "flex", flexWrap: "wrap", gap: "0.5rem" }}>
      <Badge {...args} tone={undefined}>
        New
      </Badge>
      <Badge tone="neutral">Draft</Badge>
      <Badge tone="success">Paid</Badge>
      <Badge tone="warning">Due soon</Badge>
      <Badge tone="danger">Overdue</Badge>
    </div>
  ),
};
