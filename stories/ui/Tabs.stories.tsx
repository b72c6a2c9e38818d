import { Tabs } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Navigation/Tabs",
  component: Tabs,
  args: {
    label: "Trip",
    items: [
      { value: "map", label: "Map", children: "Two days along the coast, then inland." },
      { value: "costs", label: "Costs", children: "Everything so far comes to €412." },
      { value: "photos", label: "Photos", children: "None yet.", disabled: true },
      { value: "people", label: "People", children: "Ada, Grace and Katherine." },
    ],
  },
  argTypes: {
    label: { control: "text" },
    orientation: { control: "inline-radio", options: [undefined, "vertical"] },
    activation: { control: "inline-radio", options: [undefined, "manual"] },
    unselected: { control: "inline-radio", options: [undefined, "unmount", "until-found"] },
    onValueChange: { action: "value" },
  },
  parameters: describe("Tabs", {
    summary: "Panels of which one shows. The server renders the selected one.",
    keys: [
      ["Tab", "To the selected tab, then to its panel"],
      ["Left, Right", "To the tab beside and selects it, around the ends; mirrored in right-to-left"],
      ["Up, Down", "The same where `orientation` is vertical"],
      ["Home, End", "To the first or last tab"],
      ["Enter, Space", "Selects, with `activation` manual"],
    ],
    dos: ["Use manual activation where a panel takes long to show."],
    donts: ["Don't lead to other pages by tabs: NavList.", "Don't put the steps of one task into them: Stepper."],
  }),
} satisfies Meta<typeof Tabs>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Vertical: Story = { args: { orientation: "vertical" } };

export const Manual: Story = { args: { activation: "manual" } };

export const FoundInPage: Story = { args: { unselected: "until-found" } };
