import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { BrandTheme } from "./BrandTheme.tsx";

const meta = {
  title: "Guides/Theming",
  component: BrandTheme,
  tags: ["!autodocs"],
} satisfies Meta<typeof BrandTheme>;
export default meta;

/** A yellow theme on one card; a subtree that is dark and compact in any page. */
export const Brand: StoryObj<typeof meta> = {
  async play({ canvas }) {
    const shade = (name: RegExp) => getComputedStyle(canvas.getByRole("button", { name }));
    await expect(shade(/Book/).borderRadius).toBe("0px");
    await expect(shade(/Dark/).colorScheme).toBe("dark");
    await expect(shade(/Dark/).minBlockSize).toBe("32px");
  },
};
