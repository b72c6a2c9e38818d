import { Button, Menu, MenuItem, ToggleGroup, Toolbar } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Actions/Toolbar",
  component: Toolbar,
  args: {
    label: "Text",
    children: [
      <ToggleGroup
        key="style"
        label="Style"
        multiple
        defaultValue={["bold"]}
        options={[
          { value: "bold", label: "Bold", icon: <b>B</b> },
          { value: "italic", label: "Italic", icon: <i>I</i> },
          { value: "struck", label: "Struck through", icon: <s>S</s>, disabled: true },
        ]}
      />,
      <ToggleGroup
        key="align"
        label="Align"
        required
        defaultValue="start"
        options={[
          { value: "start", label: "Start" },
          { value: "end", label: "End" },
        ]}
      />,
      <Button key="undo" variant="plain" disabled>
        Undo
      </Button>,
      <Menu key="more" label="More" variant="plain">
        <MenuItem>Paste as text</MenuItem>
        <MenuItem>Clear the style</MenuItem>
      </Menu>,
    ],
  },
  argTypes: {
    label: { control: "text" },
    orientation: { control: "inline-radio", options: [undefined, "vertical"] },
  },
  parameters: describe("Toolbar", {
    summary: "Controls that share one Tab stop. For three or more that are about the same thing.",
    keys: [
      ["Tab", "To the control that had the focus last, or the first; then on"],
      ["Left, Right", "To the control beside, around the ends; mirrored in right-to-left"],
      ["Up, Down", "The same where `orientation` is vertical; otherwise to the next button of a group"],
      ["Home, End", "To the first and the last control"],
      ["Space, Enter", "What the control does; in a group of which one is required, chooses"],
    ],
    dos: ["Name what its controls are about.", "Put a slider last: it needs the arrow keys itself."],
    donts: [
      "Don't put links to pages into one: NavList.",
      "Don't put the only way to do something into it as an icon without a name.",
    ],
  }),
} satisfies Meta<typeof Toolbar>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Vertical: Story = { args: { orientation: "vertical" } };
