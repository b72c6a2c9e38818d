import { Menu, MenuCheckbox, MenuGroup, MenuItem, MenuRadioGroup, MenuSeparator, Submenu } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/Menu",
  component: Menu,
  args: { label: "Trip", children: null },
  argTypes: { label: { control: "text" }, onToggle: { action: "toggle" } },
  render: (args) => (
    <div style={{ paddingBlockEnd: "18rem" }}>
      <Menu {...args}>
        <MenuItem hint="⌘D">Duplicate</MenuItem>
        <MenuItem disabled>Rename</MenuItem>
        <Submenu label="Share">
          <MenuItem>Copy link</MenuItem>
          <MenuItem>Send by mail</MenuItem>
        </Submenu>
        <MenuSeparator />
        <MenuCheckbox defaultChecked>Show settled</MenuCheckbox>
        <MenuRadioGroup
          label="Sort by"
          defaultValue="date"
          options={[
            { value: "date", label: "Date" },
            { value: "amount", label: "Amount" },
          ]}
        />
        <MenuGroup label="Danger">
          <MenuItem tone="danger">Delete</MenuItem>
        </MenuGroup>
      </Menu>
    </div>
  ),
  parameters: describe("Menu", {
    summary: "Commands behind a button, with submenus and items to check. It opens before any script.",
    keys: [
      ["Enter, Space, ArrowDown", "On the button: opens at the first item"],
      ["ArrowUp", "On the button: opens at the last item"],
      ["ArrowDown, ArrowUp", "To the next and the previous item, round the ends"],
      ["Home, End", "To the first and the last item"],
      ["Letters", "To the next item that begins so"],
      ["ArrowRight, ArrowLeft", "Opens a submenu and closes it; mirrored from right to left"],
      ["Enter", "Chooses, and closes"],
      ["Space", "Chooses; an item to check stays open"],
      ["Escape", "Closes one level, and gives focus back"],
      ["Tab", "Closes, and goes on"],
    ],
    dos: ["Begin each item with a verb.", "Leave an item that is not to be had disabled, so that it can be found."],
    donts: ["Don't put choices of a form into one: use a Select.", "Don't nest submenus deeper than one."],
  }),
} satisfies Meta<typeof Menu>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Open: Story = { args: { defaultOpen: true } };

export const Icon: Story = { args: { label: "More", icon: "⋯", variant: "plain" } };
