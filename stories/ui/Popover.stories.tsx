import { Button, Popover } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useId } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/Popover",
  component: Popover,
  args: { label: "Share", children: "Anyone with the link can read this trip." },
  argTypes: {
    label: { control: "text" },
    children: { control: "text" },
    placement: { control: "inline-radio", options: [undefined, "above", "beside"] },
    onToggle: { action: "toggle" },
  },
  render: function Example(args) {
    const id = useId();
    return (
      <div style={{ padding: "6rem 2rem" }}>
        <Button popoverTarget={id}>Share</Button>
        <Popover {...args} id={id} />
      </div>
    );
  },
  parameters: describe("Popover", {
    summary: "Something small beside its button; the page stays in use. Native, so it opens before any script.",
    keys: [
      ["Enter, Space", "On its button: opens or closes"],
      ["Tab", "From its button into it"],
      ["Escape", "Closes, and gives focus back"],
    ],
    donts: ["Don't put commands into one: use a Menu.", "Don't put words that everyone needs into one."],
  }),
} satisfies Meta<typeof Popover>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Open: Story = { args: { defaultOpen: true } };
