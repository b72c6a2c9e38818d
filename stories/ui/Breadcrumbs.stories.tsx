import { Breadcrumbs } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Navigation/Breadcrumbs",
  component: Breadcrumbs,
  args: {
    label: "You are here",
    items: [
      { href: "#home", label: "Home" },
      { href: "#courses", label: "Courses" },
      { href: "#algebra", label: "Linear algebra" },
    ],
  },
  parameters: describe("Breadcrumbs", { summary: "The way from the start to this page." }),
} satisfies Meta<typeof Breadcrumbs>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
