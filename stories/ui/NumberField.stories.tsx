import { NumberField } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/NumberField",
  component: NumberField,
  args: {
    label: "Guests",
    hint: "Children count too.",
    min: 1,
    max: 20,
    defaultValue: 2,
    decrementLabel: "Fewer guests",
    incrementLabel: "More guests",
  },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    disabled: { control: "boolean" },
    required: { control: "boolean" },
    min: { control: "number" },
    max: { control: "number" },
    step: { control: "number" },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("NumberField", {
    summary: "A number with limits and steps.",
    keys: [
      ["Arrow Up, Arrow Down", "One step"],
      ["Page Up, Page Down", "Ten steps"],
      ["Home, End", "To `min`, to `max`, where given"],
    ],
    dos: ["Use it for amounts."],
    donts: ["Don't use it for digits that are not an amount, such as card numbers: TextField with `inputMode`."],
  }),
} satisfies Meta<typeof NumberField>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const WithUnit: Story = { args: { label: "Weight", hint: undefined, end: "kg", step: 0.5, min: 0 } };

export const Disabled: Story = { args: { disabled: true } };

export const WithError: Story = { args: { error: "At most eight on this day." } };
