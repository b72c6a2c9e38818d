export { type NavItem, NavList, type NavListProps } from "./NavList.tsx";
