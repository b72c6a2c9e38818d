import { Menu, MenuItem, MenuSeparator, type MenuSeparatorProps } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "MenuSeparator",
  render: (props: Partial<MenuSeparatorProps>) => (
    <Menu label="Trip" defaultOpen>
      <MenuItem>Rename</MenuItem>
      <MenuSeparator {...props} />
      <MenuItem>Delete</MenuItem>
    </Menu>
  ),
  root: ".gw-menu-separator",
} satisfies Specimen;
