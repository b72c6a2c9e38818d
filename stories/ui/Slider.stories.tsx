import { Slider } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/Slider",
  component: Slider,
  args: { label: "Distance", min: 1, max: 50, defaultValue: 12, format: (value: number) => `${value} km` },
  argTypes: { label: { control: "text" }, disabled: { control: "boolean" } },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Slider", {
    summary: "A value that need not be exact.",
    keys: [
      ["Arrow keys", "One step"],
      ["Page Up, Page Down", "A tenth of the range"],
      ["Home, End", "To the ends"],
    ],
    donts: ["Don't use it where people know the number: NumberField."],
  }),
} satisfies Meta<typeof Slider>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Disabled: Story = { args: { disabled: true } };
