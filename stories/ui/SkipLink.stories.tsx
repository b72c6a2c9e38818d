import { SkipLink } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Navigation/SkipLink",
  component: SkipLink,
  args: { href: "#skip-target", children: "Skip to content" },
  render: (args) => (
    <>
      <SkipLink {...args} />
      <section id="skip-target" aria-label="Content" tabIndex={-1}>
        The content.
      </section>
    </>
  ),
  parameters: describe("SkipLink", {
    summary: "Jumps past the navigation. Press Tab in the story to see it.",
    keys: [
      ["Tab", "Shows it, first of all"],
      ["Enter", "Jumps"],
    ],
    dos: ["Make it the first thing in the page."],
  }),
} satisfies Meta<typeof SkipLink>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
