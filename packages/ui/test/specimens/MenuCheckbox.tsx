import { Menu, MenuCheckbox, type MenuCheckboxProps, MenuItem } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

const item = (container: HTMLElement) => container.querySelector('[role="menuitemcheckbox"]')!;

export default {
  name: "MenuCheckbox",
  render: (props: Partial<MenuCheckboxProps>) => (
    <Menu label="View" defaultOpen>
      <MenuCheckbox {...props}>Show the grid</MenuCheckbox>
      <MenuItem>Zoom in</MenuItem>
    </Menu>
  ),
  root: '[role="menuitemcheckbox"]',
  state: {
    props: ["checked", "defaultChecked", "onCheckedChange"],
    first: false,
    second: true,
    read: (container) => item(container).ariaChecked === "true",
    change: (container) => userEvent.click(item(container)),
    from: (checked) => checked,
  },
} satisfies Specimen;
