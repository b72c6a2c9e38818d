import { Button, Drawer, dialogOpener } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useId } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/Drawer",
  component: Drawer,
  args: { title: "Filters", closeLabel: "Close" },
  argTypes: {
    title: { control: "text" },
    side: { control: "inline-radio", options: ["start", "end", "bottom"] },
    modal: { control: "boolean" },
    onToggle: { action: "toggle" },
  },
  render: function Example(args) {
    const id = useId();
    return (
      <>
        <Button {...dialogOpener(id)} variant="outline">
          Filters
        </Button>
        <Drawer {...args} id={id} actions={<Button>Show 12 courses</Button>}>
          Courses that fit your timetable are shown first.
        </Drawer>
      </>
    );
  },
  parameters: describe("Drawer", {
    summary: "A Dialog at an edge of the window, for what belongs to the page: filters, details, a small basket.",
    keys: [
      ["Enter, Space", "On its opener: opens"],
      ["Escape", "Closes, and gives focus back"],
      ["Tab, Shift + Tab", "Through its controls"],
    ],
    dos: ["Use `modal={false}` when the page should stay in use beside it."],
    donts: ["Don't put a warning into one: use an AlertDialog."],
  }),
} satisfies Meta<typeof Drawer>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Open: Story = { args: { defaultOpen: true } };

export const Bottom: Story = { args: { defaultOpen: true, side: "bottom" } };
