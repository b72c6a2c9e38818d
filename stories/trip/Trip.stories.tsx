import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { TripPage } from "./TripPage.tsx";

const meta: Meta<typeof TripPage> = {
  title: "Scenes/A trip, settled",
  component: TripPage,
  parameters: { layout: "fullscreen" },
};
export default meta;
type Story = StoryObj<typeof TripPage>;

export const Trip: Story = {};

export const ExpenseAdded: Story = {
  name: "An expense is added, a transfer paid",
  play: async ({ canvasElement }) => {
    const page = within(canvasElement);
    const user = userEvent.setup();
    await user.type(page.getByLabelText(/What for/), "Ice cream");
    await user.type(page.getByLabelText(/^Amount/), "10.00");
    await user.selectOptions(page.getByRole("combobox", { name: "Split" }), "exact");
    await user.type(page.getByRole("textbox", { name: "Exact amounts: Inês" }), "7");
    await expect(await page.findByText("€3.00 still to share.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add expense" })).toBeDisabled();
    await user.type(page.getByRole("textbox", { name: "Exact amounts: Lena" }), "3");
    await user.click(page.getByRole("button", { name: "Add expense" }));
    await expect(await page.findByText("Ice cream")).toBeVisible();
    await expect(page.getByText(/21 expenses, €2,236.27 in all/)).toBeVisible();

    const paid = page.getAllByRole("button", { name: /^Mark as paid/ });
    await user.click(paid[0]!);
    await expect(page.getAllByRole("button", { name: /^Mark as paid/ })).toHaveLength(paid.length - 1);
  },
};
