import { TextField } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/TextField",
  component: TextField,
  args: {
    label: "E-mail",
    hint: "We write once a week, at most.",
    name: "email",
    type: "email",
    placeholder: "ada@example.org",
  },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    hideLabel: { control: "boolean" },
    required: { control: "boolean" },
    disabled: { control: "boolean" },
    readOnly: { control: "boolean" },
    type: { control: "select", options: ["text", "email", "tel", "url", "password"] },
    onChange: { action: "change" },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "24rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("TextField", {
    summary:
      "One line of text. Errors come from `error`, from the `errors` of the Form around it, or from native validation: leave the field with something wrong in it to see.",
    dos: [
      "Set `type`, `autoComplete` and `inputMode`: phones show the right keyboard, browsers fill in.",
      "Put what people must know beforehand into `hint`.",
      "Say in `messages` how to put it right: “Enter an address such as ada@example.org”.",
    ],
    donts: ["Don't use the placeholder as the label: it goes away.", "Don't validate with each key from the start."],
  }),
} satisfies Meta<typeof TextField>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const WithError: Story = { args: { error: "This address is already in use.", defaultValue: "ada@example.org" } };

export const Required: Story = {
  args: {
    required: true,
    messages: { valueMissing: "Enter your e-mail address.", typeMismatch: "Enter an address such as ada@example.org." },
  },
};

export const StartAndEnd: Story = {
  args: {
    label: "Amount",
    hint: undefined,
    type: "text",
    inputMode: "decimal",
    defaultValue: "120.50",
    start: "€",
    end: "per month",
  },
};

export const ReadOnly: Story = { args: { readOnly: true, defaultValue: "ada@example.org" } };

export const Disabled: Story = { args: { disabled: true, defaultValue: "ada@example.org" } };
