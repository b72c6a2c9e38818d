import { ToggleGroup } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Actions/ToggleGroup",
  component: ToggleGroup,
  args: {
    label: "View",
    required: true,
    defaultValue: "map",
    options: [
      { value: "map", label: "Map" },
      { value: "list", label: "List" },
      { value: "calendar", label: "Calendar", disabled: true },
    ],
  },
  argTypes: {
    label: { control: "text" },
    size: { control: "inline-radio", options: [undefined, "small", "large"] },
    onValueChange: { action: "value" },
  },
  parameters: describe("ToggleGroup", {
    summary: "Joined buttons that stay pressed: one or none, always one, or any number.",
    keys: [
      ["Tab", "To what is pressed, or to the first; then on"],
      [
        "Arrow keys",
        "To the button beside, around the ends; mirrored in right-to-left. Where one is required: chooses it",
      ],
      ["Home, End", "To the first and the last"],
      ["Space, Enter", "Presses, and lets go"],
    ],
    dos: ["Show the effect at once: a view, a style, a filter.", "Keep to three to five short words or icons."],
    donts: ["Don't send it with a form: RadioGroup and CheckboxGroup.", "Don't switch between panels by it: Tabs."],
  }),
} satisfies Meta<typeof ToggleGroup>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const OneOrNone: Story = { args: { required: undefined, label: "Rating", defaultValue: "" } };

export const Several: StoryObj = {
  render: () => (
    <ToggleGroup
      label="Text"
      multiple
      defaultValue={["bold"]}
      options={[
        { value: "bold", label: "Bold", icon: <b>B</b> },
        { value: "italic", label: "Italic", icon: <i>I</i> },
        { value: "struck", label: "Struck through", icon: <s>S</s> },
      ]}
    />
  ),
};
