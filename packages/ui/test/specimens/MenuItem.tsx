import { Menu, MenuItem, type MenuItemProps } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "MenuItem",
  render: (props: Partial<MenuItemProps>) => (
    <Menu label="Trip" defaultOpen>
      <MenuItem {...props}>Rename</MenuItem>
    </Menu>
  ),
  root: ".gw-menu-item",
} satisfies Specimen;
