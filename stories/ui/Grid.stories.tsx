import { Card, Grid } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Layout/Grid",
  component: Grid,
  args: { children: [<Card key="1">One</Card>, <Card key="2">Two</Card>, <Card key="3">Three</Card>] },
  argTypes: {
    gap: { control: "inline-radio", options: [0, 1, 2, 3, undefined, 6, 8, 12] },
    minimum: { control: "inline-radio", options: ["small", undefined, "large"] },
  },
  parameters: describe("Grid", { summary: "As many columns as fit." }),
} satisfies Meta<typeof Grid>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
