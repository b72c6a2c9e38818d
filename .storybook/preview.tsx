import { createTheme } from "@groundwork/ui";
import type { Decorator, Preview } from "@storybook/react-vite";
import { useLayoutEffect } from "react";
import { ThemedDocs } from "./ThemedDocs.tsx";

/** The accents of the toolbar: a quiet one, hues all around, and two that are hard to make readable. */
const accents: Record<string, string> = {
  petrol: "oklch(0.47 0.08 195)",
  ink: "#2f4fb8",
  plum: "#7a3b8f",
  rose: "#c0265f",
  clay: "#b4532a",
  moss: "#4d7c0f",
  yellow: "#ffd400",
  graphite: "#3b3f44",
};

const withTheme: Decorator = (Story, { globals, viewMode }) => {
  const { theme, accent, direction, density } = globals as Record<string, string>;
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dir = direction ?? "ltr";
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    root.dataset.density = density ?? "comfortable";
    const tokens = Object.entries(createTheme({ accent: accents[accent ?? ""] ?? accent ?? "#0b6b6f" }));
    for (const [name, value] of tokens) root.style.setProperty(name, value);
    const body = document.body.style;
    body.backgroundColor = "var(--gw-page)";
    body.color = "var(--gw-text)";
    body.fontFamily = "var(--gw-font)";
    body.lineHeight = "1.5";
  }, [theme, accent, direction, density]);
  // A page of words keeps its own direction.
  return viewMode === "docs" ? (
    <div dir={direction}>
      <Story />
    </div>
  ) : (
    <Story />
  );
};

const choice = (title: string, icon: string, items: readonly { value: string; title: string }[]) => ({
  description: title,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  decorators: [withTheme],
  tags: ["autodocs"],
  parameters: {
    layout: "padded",
    a11y: { test: "error" },
    docs: { container: ThemedDocs },
    controls: { expanded: true },
    backgrounds: { disabled: true },
    options: {
      storySort: {
        order: ["Introduction", "Guides", "Actions", "Forms", "Overlays", "Navigation", "Content", "Layout"],
      },
    },
  },
  initialGlobals: { theme: "light", accent: "petrol", direction: "ltr", density: "comfortable" },
  globalTypes: {
    theme: choice("Theme", "contrast", [
      { value: "light", title: "Light" },
      { value: "dark", title: "Dark" },
      { value: "system", title: "As the system" },
    ]),
    accent: choice(
      "Accent",
      "paintbrush",
      Object.keys(accents).map((value) => ({ value, title: value[0]!.toUpperCase() + value.slice(1) })),
    ),
    direction: choice("Direction", "transfer", [
      { value: "ltr", title: "Left to right" },
      { value: "rtl", title: "Right to left" },
    ]),
    density: choice("Density", "component", [
      { value: "comfortable", title: "Comfortable" },
      { value: "compact", title: "Compact" },
    ]),
  },
};
export default preview;
