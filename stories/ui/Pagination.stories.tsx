import { Pagination } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { describe } from "./describe.ts";

const meta = {
  title: "Navigation/Pagination",
  component: Pagination,
  args: {
    label: "Pages",
    previousLabel: "Previous",
    nextLabel: "Next",
    page: 5,
    count: 12,
    href: (page: number) => `#page-${page}`,
  },
  argTypes: { page: { control: { type: "range", min: 1, max: 12 } }, count: { control: "number" } },
  parameters: describe("Pagination", {
    summary: "Pages of a long list, as links or buttons.",
    keys: [["Tab, Enter", "Next page link, follow it"]],
  }),
} satisfies Meta<typeof Pagination>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const First: Story = { args: { page: 1 } };

export const Few: Story = { args: { page: 2, count: 3 } };
