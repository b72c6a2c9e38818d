import { Select } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/Select",
  component: Select,
  args: {
    label: "Country",
    hint: "Where you study.",
    name: "country",
    children: [
      <option key="ie" value="ie">
        Ireland
      </option>,
      <option key="pt" value="pt">
        Portugal
      </option>,
      <option key="jp" value="jp">
        Japan
      </option>,
    ],
  },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    disabled: { control: "boolean" },
    required: { control: "boolean" },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Select", {
    summary: "One of many: the native select, in the look of the kit where the browser allows.",
    keys: [
      ["Space, Arrow keys", "Open the list or choose, as the system does"],
      ["Letters", "To the option that begins so"],
    ],
    donts: ["Don't use it for two or three options: RadioGroup."],
  }),
} satisfies Meta<typeof Select>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const WithError: Story = { args: { error: "Choose a country." } };

export const Disabled: Story = { args: { disabled: true } };

export const Multiple: Story = { args: { multiple: true } };
