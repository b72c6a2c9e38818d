export { Menu, type MenuProps } from "./Menu.tsx";
export { MenuCheckbox, type MenuCheckboxProps } from "./MenuCheckbox.tsx";
export { MenuGroup, type MenuGroupProps } from "./MenuGroup.tsx";
export { MenuItem, type MenuItemProps } from "./MenuItem.tsx";
export { MenuRadioGroup, type MenuRadioGroupProps, type MenuRadioOption } from "./MenuRadioGroup.tsx";
export { MenuSeparator, type MenuSeparatorProps } from "./MenuSeparator.tsx";
export { Submenu, type SubmenuProps } from "./Submenu.tsx";
