import { Progress } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Feedback/Progress",
  component: Progress,
  args: { label: "Uploading", value: 3, max: 8, valueText: "3 of 8 files" },
  argTypes: { value: { control: { type: "range", min: 0, max: 8 } } },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Progress", { summary: "How far work has come.", dos: ["Say in `valueText` what is counted."] }),
} satisfies Meta<typeof Progress>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Indeterminate: Story = { args: { value: undefined, valueText: undefined } };

export const Complete: Story = { args: { value: 8, valueText: "8 of 8 files" } };
