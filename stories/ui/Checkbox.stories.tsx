import { Checkbox } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/Checkbox",
  component: Checkbox,
  args: { label: "Send me the newsletter", name: "news" },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    disabled: { control: "boolean" },
    required: { control: "boolean" },
    indeterminate: { control: "boolean" },
  },
  parameters: describe("Checkbox", {
    summary: "On or off, sent with a form.",
    keys: [["Space", "Toggles"]],
    dos: ["Word it positively: on means yes."],
    donts: ["Don't act at once when it is toggled: that is a Switch."],
  }),
} satisfies Meta<typeof Checkbox>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Checked: Story = { args: { defaultChecked: true } };

export const Indeterminate: Story = { args: { indeterminate: true } };

export const WithHintAndError: Story = { args: { hint: "You can stop at any time.", error: "Agree to go on." } };

export const Disabled: Story = { args: { disabled: true, defaultChecked: true } };
