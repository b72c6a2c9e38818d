import { Link } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Actions/Link",
  component: Link,
  args: { href: "#terms", children: "Terms of use" },
  argTypes: {
    variant: { control: "inline-radio", options: [undefined, "solid", "soft", "outline", "plain"] },
    tone: { control: "inline-radio", options: [undefined, "neutral", "danger", "success", "warning"] },
    size: { control: "inline-radio", options: ["small", undefined, "large"] },
  },
  parameters: describe("Link", {
    summary: "Goes somewhere. `as` takes the link component of a router.",
    keys: [["Enter", "Follows the link"]],
    dos: ["Name where it leads: “Course catalogue”."],
    donts: ["Don't write “click here”.", "Don't do things with a link: use a Button."],
  }),
} satisfies Meta<typeof Link>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const InText: Story = {
  render: (args) => (
    <p style={{ maxInlineSize: "34rem" }}>
      Read the <Link {...args} /> before you register, or ask the <Link href="#office">student office</Link>.
    </p>
  ),
};

export const AsButton: Story = { args: { variant: "solid", children: "Get started" } };
