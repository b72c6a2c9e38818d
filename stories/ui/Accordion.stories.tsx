import { Accordion } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Content/Accordion",
  component: Accordion,
  args: {
    items: [
      {
        id: "delivery",
        title: "When does it arrive?",
        children: "Two to three days after you order.",
        defaultOpen: true,
      },
      { id: "returns", title: "Can I send it back?", children: "Within thirty days." },
      { id: "gift", title: "Can you wrap it?", children: "Yes, for two euros." },
    ],
  },
  argTypes: { exclusive: { control: "boolean" } },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Accordion", {
    summary: "Sections that open and close.",
    keys: [
      ["Enter, Space", "Opens or closes"],
      ["Tab", "Into the content, or to the next heading"],
    ],
  }),
} satisfies Meta<typeof Accordion>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Exclusive: Story = { args: { exclusive: true } };
