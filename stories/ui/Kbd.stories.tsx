import { Kbd } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Content/Kbd",
  component: Kbd,
  args: { children: "Esc" },
  argTypes: { children: { control: "text" } },
  parameters: describe("Kbd", { summary: "A key to press." }),
} satisfies Meta<typeof Kbd>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const InText: Story = {
  render: (args) => (
    <p>
      Press <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> to search, <Kbd {...args} /> to leave.
    </p>
  ),
};
