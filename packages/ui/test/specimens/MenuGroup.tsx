import { Menu, MenuGroup, type MenuGroupProps, MenuItem } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "MenuGroup",
  render: (props: Partial<MenuGroupProps>) => (
    <Menu label="Trip" defaultOpen>
      <MenuGroup label="Share" {...props}>
        <MenuItem>Copy link</MenuItem>
      </MenuGroup>
    </Menu>
  ),
  root: ".gw-menu-group",
} satisfies Specimen;
