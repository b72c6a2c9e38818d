import { Button, ButtonGroup } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Actions/ButtonGroup",
  component: ButtonGroup,
  args: {
    label: "Zoom",
    children: [
      <Button key="out" variant="outline">
        Zoom out
      </Button>,
      <Button key="fit" variant="outline">
        Fit
      </Button>,
      <Button key="in" variant="outline">
        Zoom in
      </Button>,
    ],
  },
  argTypes: { label: { control: "text" } },
  parameters: describe("ButtonGroup", {
    summary: "Buttons that belong together, joined. Each is a Tab stop of its own; a Toolbar has arrow keys.",
    keys: [["Tab", "Moves to the next button"]],
    dos: ["Keep all buttons in one variant."],
    donts: ["Don't join what does different kinds of things."],
  }),
} satisfies Meta<typeof ButtonGroup>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
