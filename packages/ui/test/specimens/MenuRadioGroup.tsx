import { Menu, MenuRadioGroup, type MenuRadioGroupProps } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

const items = (container: HTMLElement) => [...container.querySelectorAll('[role="menuitemradio"]')];

export default {
  name: "MenuRadioGroup",
  render: (props: Partial<MenuRadioGroupProps>) => (
    <Menu label="View" defaultOpen>
      <MenuRadioGroup
        label="Sort by"
        options={[
          { value: "Date", label: "Date" },
          { value: "Name", label: "Name", hint: "A–Z" },
          { value: "Size", label: "Size", disabled: true },
        ]}
        {...props}
      />
    </Menu>
  ),
  root: ".gw-menu-group",
  state: {
    props: ["value", "defaultValue", "onValueChange"],
    first: "Date",
    second: "Name",
    read: (container) =>
      items(container).find(({ ariaChecked }) => ariaChecked === "true")?.firstElementChild?.textContent,
    change: (container) => userEvent.click(items(container)[1]!),
    from: (value) => value,
  },
} satisfies Specimen;
