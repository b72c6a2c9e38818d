import { Button, Card, ContextMenu, MenuCheckbox, MenuItem, MenuSeparator, Submenu } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/ContextMenu",
  component: ContextMenu,
  args: {
    label: "Trip",
    items: [
      <MenuItem key="copy" hint="⌘D">
        Duplicate
      </MenuItem>,
      <Submenu key="share" label="Share">
        <MenuItem>Copy link</MenuItem>
        <MenuItem>Send by mail</MenuItem>
      </Submenu>,
      <MenuSeparator key="line" />,
      <MenuCheckbox key="settled">Settled</MenuCheckbox>,
      <MenuItem key="delete" tone="danger">
        Delete
      </MenuItem>,
    ],
    children: (
      <Card>
        <p>Two days along the coast, then inland. Press here by the secondary button, or rest a finger on it.</p>
        <Button variant="outline">Open</Button>
      </Card>
    ),
  },
  argTypes: {
    label: { control: "text" },
    items: { control: false },
    children: { control: false },
    onToggle: { action: "toggle" },
  },
  parameters: describe("ContextMenu", {
    summary: "A region with a menu of its own in place of the browser's, at the pointer.",
    keys: [
      ["Shift+F10, menu key", "In the region: opens at what has the focus, at the first item"],
      ["ArrowDown, ArrowUp", "To the next and the previous item, round the ends"],
      ["Home, End, letters", "To the first and the last item, and to the next that begins so"],
      ["ArrowRight, ArrowLeft", "Opens a submenu and closes it; mirrored from right to left"],
      ["Enter, Space", "Chooses, and closes; Space leaves the menu open at an item to check"],
      ["Escape", "Closes one level, and gives focus back"],
      ["Tab", "Closes, and goes on"],
    ],
    dos: [
      "Offer each command somewhere else too: nothing shows that there is a menu.",
      "Hold something focusable in the region.",
    ],
    donts: ["Don't wrap fields of text: their own menu pastes and spells.", "Don't wrap a whole page."],
  }),
} satisfies Meta<typeof ContextMenu>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
