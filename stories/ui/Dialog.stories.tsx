import { Button, Dialog, dialogOpener, TextField } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useId } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/Dialog",
  component: Dialog,
  args: { title: "Edit profile", closeLabel: "Close" },
  argTypes: {
    title: { control: "text" },
    modal: { control: "boolean" },
    trapTab: { control: "boolean" },
    closedby: { control: "inline-radio", options: [undefined, "any", "closerequest", "none"] },
    onToggle: { action: "toggle" },
  },
  render: function Example(args) {
    const id = useId();
    return (
      <>
        <Button {...dialogOpener(id)}>Edit profile</Button>
        <Dialog
          {...args}
          id={id}
          actions={
            <Button type="submit" form={`${id}f`}>
              Save
            </Button>
          }
        >
          <form method="dialog" id={`${id}f`}>
            <TextField label="Name" defaultValue="Ada Lovelace" hint="As others see it" />
          </form>
        </Dialog>
      </>
    );
  },
  parameters: describe("Dialog", {
    summary: "A native dialog over the page, which waits. For a question before something final, use an AlertDialog.",
    keys: [
      ["Enter, Space", "On its opener: opens, and focuses the first control"],
      ["Escape", "Closes, and gives focus back"],
      ["Tab, Shift + Tab", "Through its controls, then the browser's own; with `trapTab` wraps within"],
    ],
    dos: [
      "Open it with `dialogOpener(id)`: that works before hydration.",
      "Prevent `cancel` while there is something unsaved.",
    ],
    donts: ["Don't open one without being asked.", "Don't put a long journey into one: that is a page."],
  }),
} satisfies Meta<typeof Dialog>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Open: Story = { args: { defaultOpen: true } };

export const NotModal: Story = { args: { defaultOpen: true, modal: false } };
