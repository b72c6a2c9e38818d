import { Meter } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Feedback/Meter",
  component: Meter,
  args: { label: "Storage", value: 22, max: 50, low: 35, high: 45, optimum: 0, valueText: "22 of 50 GB" },
  argTypes: { value: { control: { type: "range", min: 0, max: 50 } } },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Meter", {
    summary: "A measure within a known range.",
    donts: ["Don't use it for progress of work: Progress."],
  }),
} satisfies Meta<typeof Meter>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Middling: Story = { args: { value: 40, valueText: "40 of 50 GB" } };

export const Bad: Story = { args: { value: 48, valueText: "48 of 50 GB" } };
