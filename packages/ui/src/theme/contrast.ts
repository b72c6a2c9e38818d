import { channelToLinear, oklchToLinear } from "./oklch.ts";
import { parseColor } from "./parse-color.ts";

/**
 * WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
 *
 * Text needs 4.5, text of 24 px and the outline of a control need 3.
 *
 * @throws TypeError when a colour cannot be read.
 * @example
 * contrast("#000", "#fff"); // => 21
 * contrast("#777", "#fff") > 4.5; // => false
 */
export function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first, "first"), luminance(second, "second")].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string, argument: string): number {
  const pairs = /^#[\da-f]{6}$/i.test(color) && color.slice(1).match(/../g);
  const [red = 0, green = 0, blue = 0] = pairs
    ? pairs.map((pair) => channelToLinear(Number.parseInt(pair, 16) / 255))
    : oklchToLinear(parseColor(color, argument)).map((x) => Math.min(1, Math.max(0, x)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
