import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { ThemeChoice } from "./ThemeChoice.tsx";

const meta = {
  title: "Guides/Server rendering",
  component: ThemeChoice,
  tags: ["!autodocs"],
} satisfies Meta<typeof ThemeChoice>;
export default meta;

export const Choice: StoryObj<typeof meta> = {
  async play({ canvas, userEvent }) {
    const root = document.documentElement;
    const before = root.dataset.theme;
    await userEvent.click(canvas.getByLabelText("Dark"));
    await expect([root.dataset.theme, document.cookie]).toEqual(["dark", expect.stringContaining("theme=dark")]);
    await userEvent.click(canvas.getByLabelText("As the system"));
    await expect(root.dataset.theme).toBe(undefined);
    if (before) root.dataset.theme = before;
  },
};
