import { Fieldset, TextField } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/Fieldset",
  component: Fieldset,
  args: {
    label: "Delivery address",
    hint: "Where the parcel goes.",
    children: [<TextField key="street" label="Street" />, <TextField key="town" label="Town" />],
  },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    disabled: { control: "boolean" },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Fieldset", { summary: "Controls about one thing, under a legend." }),
} satisfies Meta<typeof Fieldset>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Disabled: Story = { args: { disabled: true } };
