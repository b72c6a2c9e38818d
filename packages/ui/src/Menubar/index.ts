export { Menubar, type MenubarProps } from "./Menubar.tsx";
