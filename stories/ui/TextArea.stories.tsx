import { TextArea } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/TextArea",
  component: TextArea,
  args: { label: "Message", hint: "Up to 500 characters.", name: "message", maxLength: 500 },
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
  parameters: describe("TextArea", {
    summary: "Several lines of text; grows with them where the browser can.",
    keys: [["Enter", "Starts a new line"]],
    dos: ["Say in `messages` or `error` how to put it right."],
  }),
} satisfies Meta<typeof TextArea>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const WithError: Story = { args: { error: "Say a little more." } };

export const Long: Story = { args: { defaultValue: "One\nTwo\nThree\nFour\nFive\nSix" } };

export const Disabled: Story = { args: { disabled: true } };
