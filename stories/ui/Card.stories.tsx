import { Card } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Content/Card",
  component: Card,
  args: {
    children: [
      <h2 key="h" style={{ fontSize: "var(--gw-large)" }}>
        Linear algebra
      </h2>,
      <p key="p">Five credits, each autumn.</p>,
    ],
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Card", { summary: "A surface for one thing.", donts: ["Don't nest cards."] }),
} satisfies Meta<typeof Card>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
