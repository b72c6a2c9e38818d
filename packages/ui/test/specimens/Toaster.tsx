import { Button, createToaster, Toaster, type ToasterProps } from "@groundwork/ui";
import { useState } from "react";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

function Example(props: Partial<ToasterProps>) {
  const [toaster] = useState(createToaster);
  const show = () => {
    toaster.show({ title: "Saved", durationMs: Number.POSITIVE_INFINITY });
    toaster.show({
      title: "Trip deleted, with everything that was in it",
      description: "Its expenses are kept.",
      tone: "danger",
      action: { label: "Undo", onClick: () => undefined },
    });
  };
  return (
    <>
      <Button onClick={show}>Delete</Button>
      <Toaster toaster={toaster} label="Notifications" dismissLabel="Dismiss" {...props} />
    </>
  );
}

export default {
  name: "Toaster",
  render: (props) => <Example {...props} />,
  root: ".gw-toaster",
  open: (container) =>
    container.querySelector(".gw-toast") ? undefined : userEvent.click(container.querySelector("button")!),
} satisfies Specimen;
