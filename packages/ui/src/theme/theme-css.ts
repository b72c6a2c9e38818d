import type { Theme } from "./create-theme.ts";

/**
 * A theme as CSS text, for a file or a nonced `<style>` where a `style-src 'self'` policy forbids inline styles.
 *
 * Forced colours win over it, as they should.
 *
 * @example
 * themeCss({ "--gw-radius": "0" }, ".brand"); // => "@media not (forced-colors:active){.brand{--gw-radius:0}}"
 */
export function themeCss(theme: Theme, selector = ":root"): string {
  const body = Object.entries(theme).map(([name, value]) => `${name}:${value}`);
  return `@media not (forced-colors:active){${selector}{${body.join(";")}}}`;
}
