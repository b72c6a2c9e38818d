import { FileField } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/FileField",
  component: FileField,
  args: { label: "Photos", hint: "Choose them or drop them here.", multiple: true, accept: "image/*" },
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
  parameters: describe("FileField", {
    summary: "Files, chosen or dropped. All native: it works without a script.",
    keys: [["Enter, Space", "Opens the picker"]],
    dos: ["Say which kinds and sizes are taken."],
  }),
} satisfies Meta<typeof FileField>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Disabled: Story = { args: { disabled: true } };

export const WithError: Story = { args: { error: "The file is larger than 5 MB." } };
