import { contrast } from "./contrast.ts";
import { type Oklch, oklchToHex } from "./oklch.ts";
import { parseColor } from "./parse-color.ts";

/** What a theme is made from; everything has a default. */
export interface ThemeOptions {
  /** The brand colour, in any of `#rgb`, `#rrggbb`, `rgb()`, `hsl()`, `oklch()`. Default a petrol green. */
  accent?: string;
  danger?: string;
  success?: string;
  warning?: string;
  /** How much of the accent's hue the greys carry: 0 none, 1 the default, 3 a lot. */
  tint?: number;
  /** Corner radius of a control, a CSS length; cards get more, badges less. Default `"0.5rem"`. */
  radius?: string;
  /** Control heights and gaps. `data-density` on any element does the same without a theme. */
  density?: "comfortable" | "compact";
  /** Font family of the kit. */
  font?: string;
  /** Font family of code and keys. */
  monoFont?: string;
}

/** CSS custom properties by name, to be set as `style` on any element or written out by `themeCss`. */
export type Theme = Readonly<Record<`--gw-${string}`, string>>;

type Mode = "light" | "dark";

/**
 * A whole theme from one colour, light and dark at once, whose contrast is met by construction: every text token has
 * 4.5:1 or more on every background token it is meant for, and every fill and outline of a control 3:1 or more.
 *
 * The accent keeps its hue and as much of its colourfulness as sRGB has at the lightness that contrast asks for; where
 * it already meets it, the light theme uses it as given. Pure: no browser, no provider; spread it on any subtree.
 *
 * @throws TypeError when a colour cannot be read, RangeError when `tint` is not from 0 to 3.
 * @example
 * const theme = createTheme({ accent: "#ffd400", radius: "0" });
 * theme["--gw-radius"]; // => "0"
 */
export function createTheme(options: ThemeOptions = {}): Theme {
  const { tint = 1, density } = options;
  if (!(tint >= 0 && tint <= 3)) throw new RangeError(`Expected \`tint\` to be from 0 to 3, got ${tint}.`);
  const accent = parseColor(options.accent ?? "oklch(0.47 0.08 195)", "accent");
  const light = palette("light", accent, tint, options);
  const dark = palette("dark", accent, tint, options);
  const theme: Record<`--gw-${string}`, string> = {};
  for (const name in light) theme[`--gw-${name}`] = `light-dark(${light[name]},${dark[name]})`;
  if (options.radius !== undefined) theme["--gw-radius"] = options.radius;
  if (options.font !== undefined) theme["--gw-font"] = options.font;
  if (options.monoFont !== undefined) theme["--gw-mono"] = options.monoFont;
  if (density) {
    theme["--gw-unit"] = density === "compact" ? "0.1875rem" : "0.25rem";
    theme["--gw-control"] = density === "compact" ? "2rem" : "2.5rem";
  }
  return theme;
}

function palette(mode: Mode, accent: Oklch, tint: number, options: ThemeOptions): Record<string, string> {
  const isLight = mode === "light";
  // Greys of a colourless accent stay colourless.
  const chroma = Math.min(accent[1] / 0.05, 1) * tint;
  const grey = (lightness: number, c: number): Oklch => [lightness, c * chroma, accent[2]];
  const page = oklchToHex(grey(isLight ? 0.985 : 0.175, isLight ? 0.003 : 0.008));
  const surface = oklchToHex(grey(isLight ? 1 : 0.215, isLight ? 0 : 0.01));
  const fill = oklchToHex(grey(isLight ? 0.955 : 0.265, isLight ? 0.006 : 0.012));
  const grounds = [page, surface, fill];
  const colors: Record<string, string> = {
    page,
    surface,
    fill,
    border: oklchToHex(grey(isLight ? 0.905 : 0.32, 0.01)),
    "border-strong": fit(grey(isLight ? 0.68 : 0.5, 0.016), mode, 3.05, grounds),
    text: oklchToHex(grey(isLight ? 0.23 : 0.945, isLight ? 0.018 : 0.006)),
    "text-muted": fit(grey(isLight ? 0.5 : 0.74, 0.018), mode, 4.6, grounds),
  };
  const tones: Record<string, Oklch> = {
    accent,
    danger: parseColor(options.danger ?? "oklch(0.53 0.19 25)", "danger"),
    success: parseColor(options.success ?? "oklch(0.52 0.13 152)", "success"),
    warning: parseColor(options.warning ?? "oklch(0.68 0.14 70)", "warning"),
  };
  for (const name in tones) {
    const [lightness, c, hue] = tones[name] as Oklch;
    const subtle = oklchToHex([isLight ? 0.955 : 0.285, Math.min(c, isLight ? 0.028 : 0.045), hue]);
    const all = [...grounds, subtle];
    const [solid, hover, on] = isLight ? lightSolid([lightness, c, hue], all) : darkSolid([lightness, c, hue], all);
    Object.assign(colors, {
      [name]: solid,
      [`${name}-hover`]: hover,
      [`on-${name}`]: on,
      [`${name}-text`]: fit([isLight ? Math.min(lightness, 0.5) : 0.78, Math.min(c, 0.2), hue], mode, 4.6, all),
      [`${name}-subtle`]: subtle,
    });
  }
  colors.focus = colors["accent-text"] as string;
  return colors;
}

/** On a light page the fill keeps its lightness if 3:1 allows; white text where 4.5:1 is near, else black. */
function lightSolid([lightness, chroma, hue]: Oklch, grounds: readonly string[]): [string, string, string] {
  const as = (l: number): Oklch => [l, chroma, hue];
  const solid = fit(as(lightness), "light", 3.05, grounds);
  if (contrast(solid, "#ffffff") < 4) {
    // Black text: the hover darkens only as far as black stays readable.
    const l = lightnessOf(solid);
    for (let step = 0.05; step > 0; step -= 0.005) {
      const hover = oklchToHex(as(l - step));
      if (contrast(hover, "#000000") >= 4.6) return [solid, hover, "#000000"];
    }
    return [solid, solid, "#000000"];
  }
  const readable = fit(as(lightnessOf(solid)), "light", 4.6, ["#ffffff", ...grounds.slice(1, 2)]);
  const l = lightnessOf(readable);
  return [readable, oklchToHex(as(l < 0.3 ? l + 0.1 : l - 0.06)), "#ffffff"];
}

/** On a dark page the fill is light and its text near black, so that hovering can only gain contrast. */
function darkSolid([lightness, chroma, hue]: Oklch, grounds: readonly string[]): [string, string, string] {
  const as = (l: number): Oklch => [l, chroma, hue];
  const on = oklchToHex([0.17, Math.min(chroma, 0.03), hue]);
  const solid = fit(as(Math.min(Math.max(lightness, 0.74), 0.9)), "dark", 4.6, [...grounds, on]);
  return [solid, oklchToHex(as(Math.min(lightnessOf(solid) + 0.05, 0.97))), on];
}

/** The first colour from here away from the page that has `ratio` to all `grounds`. */
function fit([lightness, chroma, hue]: Oklch, mode: Mode, ratio: number, grounds: readonly string[]): string {
  const step = mode === "light" ? -0.005 : 0.005;
  for (let l = lightness; l >= 0 && l <= 1; l += step) {
    const color = oklchToHex([l, chroma, hue]);
    if (grounds.every((ground) => contrast(color, ground) >= ratio)) return color;
  }
  return mode === "light" ? "#000000" : "#ffffff";
}

function lightnessOf(color: string): number {
  return parseColor(color, "color")[0];
}
