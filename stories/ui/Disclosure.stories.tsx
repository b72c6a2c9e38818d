import { Disclosure } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Content/Disclosure",
  component: Disclosure,
  args: { title: "When does it arrive?", children: "Two to three days after you order." },
  argTypes: { title: { control: "text" }, children: { control: "text" } },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Disclosure", {
    summary: "Opens and closes one thing; native, so it works before any script.",
    keys: [
      ["Enter, Space", "Opens or closes"],
      ["Tab", "Into the content, or to the next heading"],
    ],
    donts: ["Don't hide what most people need."],
  }),
} satisfies Meta<typeof Disclosure>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Open: Story = { args: { defaultOpen: true } };
