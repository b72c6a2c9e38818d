import { AlertDialog, Button, dialogOpener } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useId } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/AlertDialog",
  component: AlertDialog,
  args: {
    title: "Delete this trip?",
    children: "Its 12 expenses go too. This cannot be undone.",
    confirmLabel: "Delete",
    cancelLabel: "Keep",
    tone: "danger",
    onConfirm: () => undefined,
  },
  argTypes: {
    title: { control: "text" },
    children: { control: "text" },
    tone: { control: "inline-radio", options: [undefined, "neutral", "danger", "success", "warning"] },
    onToggle: { action: "toggle" },
  },
  render: function Example(args) {
    const id = useId();
    return (
      <>
        <Button {...dialogOpener(id)} tone="danger" variant="outline">
          Delete trip
        </Button>
        <AlertDialog {...args} id={id} />
      </>
    );
  },
  parameters: describe("AlertDialog", {
    summary: "Asks before something that cannot be taken back. The harmless button has the focus.",
    keys: [
      ["Enter, Space", "On its opener: opens. On a button: answers"],
      ["Escape", "As the button that does not do it"],
      ["Tab, Shift + Tab", "Between its buttons"],
    ],
    dos: [
      "Name both buttons by what they do: “Delete”, “Keep”.",
      "Return a promise from `onConfirm` when it takes time.",
    ],
    donts: ["Don't ask about what can be undone: offer to undo it in a Toast."],
  }),
} satisfies Meta<typeof AlertDialog>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Open: Story = { args: { defaultOpen: true } };

export const Slow: Story = {
  render: (args) => (
    <AlertDialog {...args} onConfirm={() => new Promise<void>((resolve) => setTimeout(resolve, 2000))} />
  ),
};
