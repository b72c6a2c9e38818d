import { Button } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Actions/Button",
  component: Button,
  args: { children: "Save changes" },
  argTypes: {
    variant: { control: "inline-radio", options: [undefined, "soft", "outline", "plain"] },
    tone: { control: "inline-radio", options: [undefined, "neutral", "danger", "success", "warning"] },
    size: { control: "inline-radio", options: ["small", undefined, "large"] },
    pending: { control: "boolean" },
    disabled: { control: "boolean" },
    onClick: { action: "click" },
  },
  parameters: describe("Button", {
    summary: "Does something here and now. For going somewhere, use a Link.",
    keys: [
      ["Enter", "Clicks on press"],
      ["Space", "Clicks on release"],
    ],
    dos: [
      "Say what will happen: “Delete invoice”, not “OK”.",
      "Use one filled button a view; the rest are soft, outline or plain.",
      "Use `pending` while work is under way: focus and name stay.",
    ],
    donts: [
      "Don't disable a submit button to show that a form is incomplete: let it say what is missing.",
      "Don't use a button for navigation.",
    ],
  }),
} satisfies Meta<typeof Button>;
export default meta;

type Story = StoryObj<typeof meta>;

const row = { display: "flex", flexWrap: "wrap", gap: "0.75rem", alignItems: "center" } as const;

export const Playground: Story = {};

export const Variants: Story = {
  render: (args) => (
    <div style={row}>
      <Button {...args}>Filled</Button>
      <Button {...args} variant="soft">
        Soft
      </Button>
      <Button {...args} variant="outline">
        Outline
      </Button>
      <Button {...args} variant="plain">
        Plain
      </Button>
    </div>
  ),
};

export const Tones: Story = {
  render: (args) => (
    <div style={{ display: "grid", gap: "0.75rem" }}>
      {([undefined, "soft", "outline", "plain"] as const).map((variant) => (
        <div key={variant ?? "solid"} style={row}>
          {([undefined, "neutral", "danger", "success", "warning"] as const).map((tone) => (
            <Button {...args} key={tone ?? "accent"} variant={variant} tone={tone}>
              {tone ?? "accent"}
            </Button>
          ))}
        </div>
      ))}
    </div>
  ),
};

export const Sizes: Story = {
  render: (args) => (
    <div style={row}>
      <Button {...args} size="small">
        Small
      </Button>
      <Button {...args}>Medium</Button>
      <Button {...args} size="large">
        Large
      </Button>
    </div>
  ),
};

export const Pending: Story = { args: { pending: true } };

export const Disabled: Story = { args: { disabled: true } };
