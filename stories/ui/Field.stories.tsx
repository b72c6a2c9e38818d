import { Field } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/Field",
  component: Field,
  args: {
    label: "Favourite colour",
    hint: "For your name in chats.",
    children: (control: object) => <input type="color" {...control} />,
  },
  argTypes: { label: { control: "text" }, hint: { control: "text" }, error: { control: "text" } },
  parameters: describe("Field", {
    summary: "Label, hint and error around a control of your own.",
    dos: ["Spread what `children` gets on the control that carries the value."],
  }),
} satisfies Meta<typeof Field>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const WithError: Story = { args: { error: "Already taken." } };
