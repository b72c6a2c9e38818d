import { VisuallyHidden } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Layout/VisuallyHidden",
  component: VisuallyHidden,
  args: { children: "Opens in a new window" },
  render: (args) => (
    <p>
      There are more words here than meet the eye. <VisuallyHidden {...args} />
    </p>
  ),
  parameters: describe("VisuallyHidden", {
    summary: "Words for assistive technology only.",
    dos: ["Prefer words that all can see."],
  }),
} satisfies Meta<typeof VisuallyHidden>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
