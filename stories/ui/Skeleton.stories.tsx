import { Skeleton } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Feedback/Skeleton",
  component: Skeleton,
  args: { style: { inlineSize: "16rem" } },
  parameters: describe("Skeleton", {
    summary: "Stands where words will be.",
    dos: ["Say elsewhere that it loads (`aria-busy`, Announcer)."],
  }),
} satisfies Meta<typeof Skeleton>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Card: Story = {
  render: (args) => (
    <div aria-busy="true" style={{ display: "grid", gap: "0.75rem", maxInlineSize: "20rem" }}>
      <Skeleton {...args} style={{ blockSize: "8rem" }} />
      <Skeleton style={{ inlineSize: "60%" }} />
      <Skeleton />
    </div>
  ),
};
