import { NavList } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Navigation/NavList",
  component: NavList,
  args: {
    label: "Main",
    items: [
      { href: "#home", label: "Home" },
      {
        href: "#courses",
        label: "Courses",
        items: [
          { href: "#maths", label: "Mathematics", current: true },
          { href: "#music", label: "Music" },
        ],
      },
      { href: "#people", label: "People" },
    ],
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("NavList", {
    summary: "Navigation of a site or a section.",
    keys: [["Tab", "Next link"]],
    donts: ["Don't hide a level that people need: it is always shown."],
  }),
} satisfies Meta<typeof NavList>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
