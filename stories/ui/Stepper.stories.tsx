import { Stepper } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Navigation/Stepper",
  component: Stepper,
  args: {
    label: "Your order",
    doneLabel: "done",
    current: 1,
    steps: [{ label: "Cart", href: "#cart" }, { label: "Address" }, { label: "Payment" }],
  },
  argTypes: { current: { control: { type: "range", min: 0, max: 3 } } },
  parameters: describe("Stepper", { summary: "The steps of something longer, and where one is." }),
} satisfies Meta<typeof Stepper>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
