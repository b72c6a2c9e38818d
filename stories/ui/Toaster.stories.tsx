import { Button, createToaster, Dialog, dialogOpener, Stack, Toaster } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect, useId, useState } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/Toaster",
  component: Toaster,
  args: { toaster: createToaster(), label: "Notifications", dismissLabel: "Dismiss" },
  argTypes: { toaster: { control: false }, durationMs: { control: "number" }, limit: { control: "number" } },
  render: function Example({ toaster: _, ...args }) {
    const [toaster] = useState(createToaster);
    const id = useId();
    const buttons = (
      <Stack direction="row">
        <Button onClick={() => toaster.show({ title: "Saved" })}>Save</Button>
        <Button onClick={() => toaster.show({ title: "Trip deleted", action: { label: "Undo", onClick: () => {} } })}>
          Delete
        </Button>
        <Button
          onClick={() =>
            toaster.show({ title: "No connection", description: "Nothing was sent; it is kept here.", tone: "danger" })
          }
        >
          Send
        </Button>
      </Stack>
    );
    return (
      <div style={{ minBlockSize: "22rem" }}>
        <Stack direction="row">
          {buttons}
          <Button {...dialogOpener(id)}>In a dialog</Button>
        </Stack>
        <Dialog id={id} title="Also over a dialog" closeLabel="Close">
          {buttons}
        </Dialog>
        <Toaster {...args} toaster={toaster} />
      </div>
    );
  },
  parameters: describe("Toaster", {
    summary:
      "Short news that asks for nothing, in a corner above everything, also above a modal dialog. Read out once.",
    keys: [
      ["F6", "To the newest toast, and back"],
      ["Tab", "To its buttons"],
      ["Escape", "Dismisses the toast in focus"],
    ],
    dos: ["Give what can be undone an action: such a toast stays until it is dismissed."],
    donts: ["Don't put into a toast what must not be missed: use an Alert or an AlertDialog."],
  }),
} satisfies Meta<typeof Toaster>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Shown: Story = {
  render: function Example({ toaster: _, ...args }) {
    const [toaster] = useState(createToaster);
    useEffect(() => {
      toaster.show({ title: "Saved", durationMs: Number.POSITIVE_INFINITY });
      toaster.show({ title: "Trip deleted", action: { label: "Undo", onClick: () => {} } });
      toaster.show({
        title: "No connection",
        description: "Nothing was sent; it is kept here.",
        tone: "danger",
        durationMs: Number.POSITIVE_INFINITY,
      });
      return () => toaster.dismiss();
    }, [toaster]);
    return (
      <div style={{ minBlockSize: "22rem" }}>
        <Toaster {...args} toaster={toaster} />
      </div>
    );
  },
};
