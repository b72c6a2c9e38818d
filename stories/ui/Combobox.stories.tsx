import { Combobox, type ComboboxProps } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const places = { Ireland: ["Cork", "Dublin", "Galway"], Portugal: ["Évora", "Faro", "Lisbon", "Porto"] };
const options = Object.entries(places).flatMap(([group, names]) =>
  names.map((label) => ({ value: label.toLowerCase(), label, group, disabled: label === "Galway" })),
);

const meta = {
  title: "Forms/Combobox",
  component: Combobox,
  args: {
    label: "City",
    hint: "Where the trip starts.",
    name: "city",
    options,
    empty: "No such city",
    results: (count: number) => `${count} cities`,
  },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    suggest: { control: "inline-radio", options: [undefined, "first", "inline"] },
    allowCustom: { control: "boolean" },
    disabled: { control: "boolean" },
    required: { control: "boolean" },
    onValueChange: { action: "value" },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "26rem", minBlockSize: "24rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Combobox", {
    summary: "Finds one option, or several, among many; the options may come from a server.",
    keys: [
      ["Letters", "Filter the list, whatever the case and accents"],
      ["Down, Up", "Open the list or move in it, around the ends"],
      ["Alt+Down, Alt+Up", "Open without moving; close"],
      ["Enter", "Takes the active option"],
      ["Escape", "Gives up what is typed and closes; then clears"],
      ["Home, End, Left, Right", "Back to the text"],
      ["Tab", "Takes the active option and goes on"],
      ["Backspace, Left", "In an empty text: removes the last chosen one; goes to the chosen ones"],
    ],
    dos: ["Give `empty` and `results`, so that everyone hears what the list says."],
    donts: ["Don't use it for few options that everyone knows: Select or RadioGroup."],
  }),
} satisfies Meta<ComboboxProps>;
export default meta;

type Story = StoryObj<ComboboxProps>;

export const Playground: Story = {};

export const Chosen: Story = { args: { defaultValue: "évora" } };

export const WithError: Story = { args: { error: "Choose a city." } };

export const Disabled: Story = { args: { disabled: true, defaultValue: "porto" } };

export const Several: Story = {
  args: { multiple: true, defaultValue: ["cork", "porto"], removeLabel: (label: string) => `Remove ${label}` },
};

export const FromServer: Story = {
  args: {
    loading: "Searching…",
    failed: "The search failed.",
    options: async (text: string) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return options.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
    },
  },
};
