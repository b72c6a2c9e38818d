import { Button, EmptyState } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Feedback/EmptyState",
  component: EmptyState,
  args: {
    title: "No expenses yet",
    children: [<p key="p">Add the first one to see who owes whom.</p>, <Button key="b">Add expense</Button>],
  },
  argTypes: { title: { control: "text" }, level: { control: "inline-radio", options: [2, 3, 4] } },
  parameters: describe("EmptyState", {
    summary: "What to see where there is nothing yet.",
    dos: ["Offer the way out of emptiness."],
  }),
} satisfies Meta<typeof EmptyState>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
