import { Avatar, Listbox, Stack } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const people = ["Ada Lovelace", "Edsger Dijkstra", "Grace Hopper", "Katherine Johnson"];

const meta = {
  title: "Forms/Listbox",
  component: Listbox,
  args: {
    label: "Seat",
    hint: "You can change it until the day before.",
    name: "seat",
    defaultValue: "window",
    options: [
      { value: "window", label: "Window", group: "Two beside" },
      { value: "aisle", label: "Aisle", group: "Two beside" },
      { value: "quiet", label: "Quiet car", group: "Alone" },
      { value: "front", label: "Front row", group: "Alone", disabled: true },
    ],
  },
  argTypes: {
    label: { control: "text" },
    error: { control: "text" },
    orientation: { control: "inline-radio", options: [undefined, "horizontal"] },
    disabled: { control: "boolean" },
    readOnly: { control: "boolean" },
    onValueChange: { action: "value" },
  },
  parameters: describe("Listbox", {
    summary:
      "A list that stays open, to choose one option from, or several. Its options may hold more than text; where text is enough, RadioGroup, CheckboxGroup and Select are native.",
    keys: [
      ["Tab", "To the chosen option, or to the first; then on"],
      ["↑, ↓", "Moves, and with one choice chooses; in a horizontal list ←, →"],
      ["Home, End", "To the first and the last"],
      ["Letters", "To the option that begins so"],
      ["Space", "Chooses; of several, chooses or lets go"],
      ["Shift+↑, Shift+↓", "Several: moves, and chooses or lets go"],
      ["Shift+Space", "Several: chooses all from the last one on"],
      ["Control+Shift+Home, End", "Several: chooses all to the first, to the last"],
      ["Control+A", "Several: chooses all, or none"],
    ],
    dos: ["Use it where the options need pictures or a second line.", "Keep the list short enough to be read."],
    donts: ["Don't use it for a handful of words: RadioGroup.", "Don't make people scroll through hundreds: Combobox."],
  }),
} satisfies Meta<typeof Listbox>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Several: StoryObj = {
  render: () => (
    <Listbox
      label="Travellers"
      multiple
      defaultValue={["Grace Hopper"]}
      options={people.map((name) => ({
        value: name,
        label: name,
        content: (
          <span style={{ display: "flex", alignItems: "center", gap: "0.75rem" }}>
            <Avatar name={name} size="small" />
            {name}
          </span>
        ),
      }))}
    />
  ),
};

export const Horizontal: Story = {
  args: { orientation: "horizontal", label: "Class", defaultValue: "second", options: classes(), hint: undefined },
};

export const States: StoryObj = {
  render: () => (
    <Stack>
      <Listbox label="With an error" error="Choose another one." defaultValue="first" options={classes()} />
      <Listbox label="To be read" readOnly defaultValue="first" options={classes()} />
      <Listbox label="Disabled" disabled defaultValue="first" options={classes()} />
    </Stack>
  ),
};

function classes() {
  return [
    { value: "first", label: "First" },
    { value: "second", label: "Second" },
  ];
}
