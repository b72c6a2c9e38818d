import { Avatar } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Content/Avatar",
  component: Avatar,
  args: { name: "Ada Lovelace" },
  argTypes: {
    size: { control: "inline-radio", options: ["small", undefined, "large"] },
    name: { control: "text" },
    src: { control: "text" },
  },
  parameters: describe("Avatar", {
    summary: "A person: picture, or initials while and if there is none.",
    dos: ["Put the name beside it where there is room, and hide the avatar then."],
  }),
} satisfies Meta<typeof Avatar>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Sizes: Story = {
  render: (args) => (
    <div style={{ display: "flex", gap: "0.75rem", alignItems: "center" }}>
      <Avatar {...args} size="small" />
      <Avatar {...args} />
      <Avatar {...args} size="large" />
      <Avatar name="Grace Hopper" src="/does-not-exist.jpg" />
    </div>
  ),
};
