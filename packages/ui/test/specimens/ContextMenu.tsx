import { Button, ContextMenu, type ContextMenuProps, MenuItem, MenuSeparator } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";
import { press } from "../harness.tsx";

export default {
  name: "ContextMenu",
  render: (props: Partial<ContextMenuProps>) => (
    <ContextMenu
      label="Photo"
      items={
        <>
          <MenuItem hint="⌘D">Duplicate</MenuItem>
          <MenuSeparator />
          <MenuItem>Send it to everyone who was there that day</MenuItem>
        </>
      }
      {...props}
    >
      <Button>Photo</Button>
    </ContextMenu>
  ),
  root: ".gw-context-menu",
  open: async (container) => {
    if (container.querySelector(":popover-open")) return;
    container.querySelector("button")!.focus();
    await press("Shift+F10");
  },
} satisfies Specimen;
