import { AppShell, NavList } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Layout/AppShell",
  component: AppShell,
  args: {
    skipLabel: "Skip to content",
    navLabel: "Menu",
    header: <strong>Campus</strong>,
    footer: "Open until six",
    nav: (
      <NavList
        label="Main"
        items={[
          { href: "#home", label: "Home", current: true },
          { href: "#courses", label: "Courses" },
        ]}
      />
    ),
    children: [<h1 key="h">Today</h1>, <p key="p">Two lectures, one seminar.</p>],
  },
  parameters: {
    layout: "fullscreen",
    ...describe("AppShell", {
      summary: "The frame of an app.",
      keys: [["Tab", "Skip link, header, navigation, content"]],
    }),
  },
} satisfies Meta<typeof AppShell>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
