import { Spinner } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Feedback/Spinner",
  component: Spinner,
  args: { label: "Loading courses" },
  argTypes: { label: { control: "text" } },
  parameters: describe("Spinner", {
    summary: "Something is under way, nobody knows how long.",
    dos: ["Use Progress where the end is known, Skeleton where the shape is."],
  }),
} satisfies Meta<typeof Spinner>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};
