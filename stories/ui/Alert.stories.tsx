import { Alert } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Feedback/Alert",
  component: Alert,
  args: { title: "Registration closes on Friday", children: "Two of your courses are still open.", tone: "warning" },
  argTypes: {
    tone: { control: "inline-radio", options: [undefined, "neutral", "danger", "success", "warning"] },
    title: { control: "text" },
    children: { control: "text" },
  },
  parameters: describe("Alert", {
    summary: "Something to know, in the page; read out when it appears.",
    dos: ["Say what to do about it."],
    donts: ["Don't show success for everything: a Toast, or nothing."],
  }),
} satisfies Meta<typeof Alert>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Tones: Story = {
  render: (args) => (
    <div style={{ display: "grid", gap: "0.75rem", maxInlineSize: "36rem" }}>
      <Alert title="For your information">The library is open until midnight.</Alert>
      <Alert tone="neutral" title="Moved">
        The lecture is in hall 2 today.
      </Alert>
      <Alert tone="success" title="Saved">
        Your plan is complete.
      </Alert>
      <Alert {...args} tone="warning" />
      <Alert tone="danger" title="Payment failed">
        Your bank refused the card.
      </Alert>
    </div>
  ),
};
