import { CheckboxGroup } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/CheckboxGroup",
  component: CheckboxGroup,
  args: {
    label: "Notify me by",
    name: "by",
    defaultValue: ["s"],
    options: [
      { value: "s", label: "E-mail" },
      { value: "m", label: "Push" },
      { value: "l", label: "Text message" },
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
  parameters: describe("CheckboxGroup", {
    summary: "Any of a few.",
    keys: [
      ["Tab", "Next checkbox"],
      ["Space", "Toggles"],
    ],
  }),
} satisfies Meta<typeof CheckboxGroup>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Horizontal: Story = { args: { orientation: "horizontal" } };

export const WithError: Story = { args: { error: "Choose at least one." } };
