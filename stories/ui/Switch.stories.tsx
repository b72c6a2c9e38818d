import { Switch } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/Switch",
  component: Switch,
  args: { label: "Airplane mode" },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    disabled: { control: "boolean" },
    required: { control: "boolean" },
  },
  parameters: describe("Switch", {
    summary: "A setting that takes effect at once.",
    keys: [["Space", "Toggles"]],
    dos: ["Keep its label the same in both states."],
    donts: ["Don't use it where a form must be sent first: that is a Checkbox."],
  }),
} satisfies Meta<typeof Switch>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const On: Story = { args: { defaultChecked: true } };

export const Disabled: Story = { args: { disabled: true } };

export const WithHint: Story = { args: { hint: "Turns off all radios." } };
