import { Menubar, MenuItem, MenuSeparator, Submenu } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Menubar",
  render: (props) => (
    <Menubar
      label="Document"
      menus={[
        {
          label: "File",
          children: (
            <>
              <MenuItem hint="⌘N">New</MenuItem>
              <Submenu label="Export">
                <MenuItem>As PDF</MenuItem>
              </Submenu>
              <MenuSeparator />
              <MenuItem tone="danger">Delete</MenuItem>
            </>
          ),
        },
        { label: "Edit", children: <MenuItem>Undo</MenuItem> },
        { label: "A name that is rather long", children: <MenuItem>Help</MenuItem> },
      ]}
      {...props}
    />
  ),
  root: ".gw-menubar",
  open: (container) => userEvent.click(container.querySelector("button")!),
} satisfies Specimen;
