import { Menubar, MenuCheckbox, MenuItem, MenuRadioGroup, MenuSeparator, Submenu } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Overlays/Menubar",
  component: Menubar,
  args: {
    label: "Document",
    menus: [
      {
        label: "File",
        children: (
          <>
            <MenuItem hint="⌘N">New</MenuItem>
            <MenuItem hint="⌘O">Open…</MenuItem>
            <Submenu label="Export">
              <MenuItem>As PDF</MenuItem>
              <MenuItem>As a picture</MenuItem>
            </Submenu>
            <MenuSeparator />
            <MenuItem tone="danger">Delete</MenuItem>
          </>
        ),
      },
      {
        label: "Edit",
        children: (
          <>
            <MenuItem hint="⌘Z">Undo</MenuItem>
            <MenuItem disabled>Redo</MenuItem>
          </>
        ),
      },
      {
        label: "View",
        children: (
          <>
            <MenuCheckbox defaultChecked>Ruler</MenuCheckbox>
            <MenuSeparator />
            <MenuRadioGroup
              label="Zoom"
              defaultValue="page"
              options={[
                { value: "page", label: "Whole page" },
                { value: "width", label: "Page width" },
              ]}
            />
          </>
        ),
      },
    ],
  },
  argTypes: { label: { control: "text" } },
  parameters: describe("Menubar", {
    summary: "Menus side by side, as along the top of an application that is worked in all day.",
    keys: [
      ["Tab", "To the name that had the focus last; then on"],
      [
        "←, →",
        "To the name beside, around the ends; from an open menu, to the next one, open. Mirrored in right-to-left",
      ],
      ["↓, Enter, Space", "Opens, on the first item"],
      ["↑", "Opens, on the last item"],
      ["Home, End, letters", "Among the names, or in the open menu"],
      ["Escape", "Closes, back to the name"],
    ],
    dos: [
      "Keep the order that people know: File, Edit, View.",
      "Give the most used commands a place outside it as well.",
    ],
    donts: ["Don't use it for the pages of a site: NavList.", "Don't use it for one menu: Menu."],
  }),
} satisfies Meta<typeof Menubar>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
