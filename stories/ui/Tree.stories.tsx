import { Stack, Tree, type TreeItem } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { describe } from "./describe.ts";

const files: TreeItem[] = [
  {
    value: "packages",
    label: "packages",
    children: [
      {
        value: "graph",
        label: "graph",
        children: [
          { value: "graph/index", label: "index.ts" },
          { value: "graph/find-cycle", label: "find-cycle.ts" },
        ],
      },
      { value: "ui", label: "ui", children: [{ value: "ui/index", label: "index.ts" }] },
    ],
  },
  { value: "readme", label: "README.md" },
  { value: "lock", label: "package-lock.json", disabled: true },
];

const meta = {
  title: "Navigation/Tree",
  component: Tree,
  args: {
    label: "Files",
    items: files,
    defaultExpanded: ["packages", "graph"],
    defaultValue: "graph/index",
  },
  argTypes: {
    label: { control: "text" },
    onValueChange: { action: "value" },
    onExpandedChange: { action: "expanded" },
  },
  parameters: describe("Tree", {
    summary: "Items within items, to choose one or several from, or to go to.",
    keys: [
      ["Tab", "To the item that had the focus last, at first to the chosen one; then on"],
      ["↑, ↓", "To the item above, below, of those that show"],
      ["→", "Opens; in an open one to its first item. Mirrored in right-to-left"],
      ["←", "Closes; from within, to the item that it stands in"],
      ["Home, End", "To the first and the last that shows"],
      ["*", "Opens all beside it"],
      ["Letters", "To the item that begins so"],
      ["Enter, Space", "Chooses; Enter follows a link"],
      ["Space", "Several: chooses or lets go"],
      ["Shift+↑, Shift+↓", "Several: moves, and chooses or lets go"],
      ["Shift+Space", "Several: chooses all from the last one on"],
      ["Control+Shift+Home, End", "Several: chooses all to the first, to the last that shows"],
      ["Control+A", "Several: chooses all that show, or none"],
    ],
    dos: ["Open what people look for most.", "Fetch what is inside when it is opened: `onExpandedChange`, `busy`."],
    donts: ["Don't go deeper than a few levels.", "Don't use it for a menu of pages of two levels: NavList."],
  }),
} satisfies Meta<typeof Tree>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Several: StoryObj = {
  render: () => (
    <Tree
      label="Files"
      multiple
      items={files}
      defaultExpanded={["packages", "ui"]}
      defaultValue={["ui/index", "readme"]}
    />
  ),
};

export const Links: StoryObj = {
  render: () => (
    <Tree
      label="Guides"
      defaultExpanded={["start"]}
      value="install"
      items={[
        {
          value: "start",
          label: "Start",
          href: "#start",
          children: [
            { value: "install", label: "Install", href: "#install" },
            { value: "theme", label: "Theme", href: "#theme" },
          ],
        },
        { value: "forms", label: "Forms", href: "#forms" },
      ]}
    />
  ),
};

function Fetched() {
  const [children, setChildren] = useState<TreeItem[]>([]);
  const [busy, setBusy] = useState(false);
  const fetchInside = async (expanded: string[]) => {
    if (children.length || !expanded.includes("archive")) return;
    setBusy(true);
    await new Promise((resolve) => setTimeout(resolve, 800));
    setChildren(["2024", "2025", "2026"].map((year) => ({ value: year, label: year })));
    setBusy(false);
  };
  return (
    <Tree
      label="Reports"
      onExpandedChange={fetchInside}
      items={[
        { value: "archive", label: "Archive", busy, children },
        { value: "drafts", label: "Drafts" },
      ]}
    />
  );
}

export const FetchedWhenOpened: StoryObj = {
  render: () => (
    <Stack>
      <Fetched />
    </Stack>
  ),
};
