export { contrast } from "./contrast.ts";
export { createTheme, type Theme, type ThemeOptions } from "./create-theme.ts";
export { themeCss } from "./theme-css.ts";
