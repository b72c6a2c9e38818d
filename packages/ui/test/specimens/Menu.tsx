import { Menu, MenuGroup, MenuItem, type MenuProps, MenuSeparator } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

const shown = (container: HTMLElement) => !!container.querySelector(":popover-open");
const press = (container: HTMLElement) => userEvent.click(container.querySelector(".gw-button")!);

export default {
  name: "Menu",
  render: (props: Partial<MenuProps>) => (
    <Menu label="Trip" {...(props as object)}>
      <MenuItem hint="⌘R">Rename</MenuItem>
      <MenuItem href="#all">All trips</MenuItem>
      <MenuItem disabled>Move</MenuItem>
      <MenuSeparator />
      <MenuGroup label="Share">
        <MenuItem icon="→">Send a link with a name that is rather long, to everyone</MenuItem>
        <MenuItem tone="danger">Delete</MenuItem>
      </MenuGroup>
    </Menu>
  ),
  root: ".gw-button",
  state: {
    props: ["open", "defaultOpen", "onToggle"],
    first: false,
    second: true,
    read: shown,
    change: press,
    from: (open) => open,
  },
  open: (container) => (shown(container) ? undefined : press(container)),
} satisfies Specimen;
