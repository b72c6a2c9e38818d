import { Announcer } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Feedback/Announcer",
  component: Announcer,
  args: { message: "12 courses found" },
  argTypes: { message: { control: "text" }, assertive: { control: "boolean" } },
  parameters: describe("Announcer", {
    summary: "Reads out what otherwise only shows. Nothing is seen here: look at the accessibility tree.",
    dos: ["Render it before there is anything to say."],
    donts: ["Don't announce each key."],
  }),
} satisfies Meta<typeof Announcer>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
