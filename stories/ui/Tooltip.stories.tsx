import { Button, Tooltip } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useId } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/Tooltip",
  component: Tooltip,
  args: { children: "Out of sight, not deleted" },
  argTypes: { children: { control: "text" }, delayMs: { control: { type: "number", min: 0, step: 100 } } },
  render: function Example(args) {
    const id = useId();
    return (
      <div style={{ padding: "4rem 6rem" }}>
        <Button variant="outline" aria-describedby={id}>
          Archive
        </Button>
        <Tooltip {...args} id={id} />
      </div>
    );
  },
  parameters: describe("Tooltip", {
    summary: "A few words about a control, for a pointer that rests on it and for the keyboard's focus.",
    keys: [
      ["Tab", "Onto the control: shows. Away from it: hides"],
      ["Escape", "Hides; focus stays"],
    ],
    donts: [
      "Don't put what everyone needs into one: fingers have no hover.",
      "Don't put controls into one: use a Popover.",
    ],
  }),
} satisfies Meta<typeof Tooltip>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
