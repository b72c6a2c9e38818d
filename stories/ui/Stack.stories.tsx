import { Card, Stack } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Layout/Stack",
  component: Stack,
  args: { children: [<Card key="1">One</Card>, <Card key="2">Two</Card>, <Card key="3">Three</Card>] },
  argTypes: {
    gap: { control: "inline-radio", options: [0, 1, 2, 3, undefined, 6, 8, 12] },
    direction: { control: "inline-radio", options: [undefined, "row"] },
  },
  parameters: describe("Stack", { summary: "Things below or beside one another with an even gap." }),
} satisfies Meta<typeof Stack>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Row: Story = { args: { direction: "row", gap: 2 } };
