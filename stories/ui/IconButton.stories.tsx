import { IconButton } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Actions/IconButton",
  component: IconButton,
  args: { label: "Close", children: <span aria-hidden="true">✕</span>, variant: "plain" },
  argTypes: {
    variant: { control: "inline-radio", options: [undefined, "soft", "outline", "plain"] },
    tone: { control: "inline-radio", options: [undefined, "neutral", "danger", "success", "warning"] },
    size: { control: "inline-radio", options: ["small", undefined, "large"] },
  },
  parameters: describe("IconButton", {
    summary: "A Button that shows an icon only. Its name is required.",
    keys: [["Enter, Space", "Clicks"]],
    dos: ["Use icons that everybody knows; else use a Button with words."],
    donts: ["Don't give several buttons of a list the same name: “Remove Ada”, “Remove Bob”."],
  }),
} satisfies Meta<typeof IconButton>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Sizes: Story = {
  render: (args) => (
    <div style={{ display: "flex", gap: "0.5rem", alignItems: "center" }}>
      <IconButton {...args} variant="outline" size="small" />
      <IconButton {...args} variant="outline" />
      <IconButton {...args} variant="outline" size="large" />
    </div>
  ),
};
