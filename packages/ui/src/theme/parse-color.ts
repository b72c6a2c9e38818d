import { channelToLinear, linearToOklch, type Oklch } from "./oklch.ts";

/**
 * Reads `#rgb`, `#rrggbb`, `rgb(…)`, `hsl(…)` or `oklch(…)` (an alpha is ignored) without a browser.
 *
 * @throws TypeError on anything else, naming the argument.
 */
export function parseColor(text: string, argument: string): Oklch {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1];
  if (hex) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    return fromSrgb(digits.map((pair) => Number.parseInt(pair, 16) / 255));
  }
  const [, name, body = ""] = /^(rgb|hsl|oklch)a?\(([^)]*)\)$/i.exec(text.trim()) ?? [];
  const parts = body.split(/[\s,/]+/).filter(Boolean);
  const [x, y, z] = parts.map(Number.parseFloat);
  if (name && x !== undefined && y !== undefined && z !== undefined && Number.isFinite(x + y + z)) {
    const percent = (i: number, whole: number) => (parts[i]?.endsWith("%") ? whole / 100 : 1);
    switch (name.toLowerCase()) {
      case "oklch":
        return [x * percent(0, 1), y * percent(1, 0.4), ((z % 360) + 360) % 360];
      case "rgb":
        return fromSrgb([x, y, z].map((value, i) => (value * percent(i, 255)) / 255));
      default:
        return fromSrgb(hslToSrgb(x, y / 100, z / 100));
    }
  }
  throw new TypeError(
    `Expected \`${argument}\` to be a colour such as "#0b6b6f", "rgb(11 107 111)", "hsl(182 82% 24%)" or "oklch(0.48 0.08 200)", got ${JSON.stringify(text)}.`,
  );
}

function fromSrgb(channels: readonly number[]): Oklch {
  const [red = 0, green = 0, blue = 0] = channels.map((x) => channelToLinear(Math.min(1, Math.max(0, x))));
  return linearToOklch([red, green, blue]);
}

function hslToSrgb(hue: number, saturation: number, lightness: number): number[] {
  const at = (n: number) => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [at(0), at(8), at(4)];
}
