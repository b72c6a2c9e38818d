import { RadioGroup } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/RadioGroup",
  component: RadioGroup,
  args: {
    label: "Size",
    name: "size",
    defaultValue: "m",
    hint: "You can exchange it.",
    options: [
      { value: "s", label: "Small" },
      { value: "m", label: "Medium" },
      { value: "l", label: "Large" },
    ],
  },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    disabled: { control: "boolean" },
    required: { control: "boolean" },
    orientation: { control: "inline-radio", options: [undefined, "horizontal"] },
  },
  parameters: describe("RadioGroup", {
    summary: "One of a few, all of them seen.",
    keys: [
      ["Tab", "To the chosen one, or the first"],
      ["Arrow keys", "Next or previous, and chooses it"],
      ["Space", "Chooses"],
    ],
    dos: ["Use a Select above seven options."],
  }),
} satisfies Meta<typeof RadioGroup>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Horizontal: Story = { args: { orientation: "horizontal" } };

export const WithError: Story = { args: { error: "Sold out in this size.", hint: undefined } };

export const Disabled: Story = { args: { disabled: true } };
