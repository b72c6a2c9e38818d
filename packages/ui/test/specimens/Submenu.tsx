import { Menu, MenuItem, Submenu, type SubmenuProps } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";
import { frame, press } from "../harness.tsx";

export default {
  name: "Submenu",
  render: (props: Partial<SubmenuProps>) => (
    <Menu label="File">
      <MenuItem>New</MenuItem>
      <Submenu label="Export" {...props}>
        <MenuItem>As PDF</MenuItem>
        <MenuItem>As CSV</MenuItem>
      </Submenu>
    </Menu>
  ),
  root: '.gw-menu-item[aria-haspopup="menu"]',
  open: async (container) => {
    if (container.querySelector(".gw-menu .gw-menu:popover-open")) return;
    container.querySelector<HTMLElement>(".gw-button")!.focus();
    await press("ArrowUp", "Enter");
    await frame();
  },
} satisfies Specimen;
