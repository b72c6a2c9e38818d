import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { ActionStateForm } from "./ActionStateForm.tsx";
import { HookForm } from "./HookForm.tsx";
import { NativeForm } from "./NativeForm.tsx";
import { TanStackForm } from "./TanStackForm.tsx";

const meta = {
  title: "Guides/Forms",
  tags: ["!autodocs"],
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "28rem" }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta;
export default meta;

export const Native: StoryObj = {
  render: () => <NativeForm />,
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByText("Send"));
    await expect(await canvas.findByText("Enter your name.")).toBeVisible();
    await userEvent.type(canvas.getByLabelText("Name"), "Ada");
    await userEvent.click(canvas.getByLabelText("Tuesday"));
    await userEvent.click(canvas.getByText("Send"));
    await canvas.findByText("Sent: Ada: mon, tue");
    await userEvent.click(canvas.getByText("Start again"));
    await expect(canvas.getByLabelText("Name")).toHaveValue("");
    await expect(canvas.getByLabelText("Tuesday")).not.toBeChecked();
  },
};

export const ActionState: StoryObj = {
  render: () => <ActionStateForm />,
  async play({ canvas, userEvent }) {
    const email = canvas.getByLabelText("E-mail");
    await userEvent.type(email, "taken@example.org");
    await userEvent.click(canvas.getByText("Sign up"));
    await canvas.findByText("This address already has an account.");
    await expect(email).toHaveFocus();
    await userEvent.clear(email);
    await userEvent.type(email, "ada@example.org");
    await userEvent.click(canvas.getByText("Sign up"));
    await canvas.findByText("A mail is on its way to ada@example.org.");
  },
};

export const ReactHookForm: StoryObj = {
  render: () => <HookForm />,
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByText("Send"));
    await canvas.findByText("Enter a name.");
    await expect(canvas.getByLabelText("Name")).toHaveFocus();
    await userEvent.type(canvas.getByLabelText("Name"), "Ada");
    await userEvent.click(canvas.getByRole("button", { name: "More" }));
    await userEvent.click(canvas.getByLabelText("Tuesday"));
    await userEvent.click(canvas.getByText("Send"));
    await canvas.findByText('Sent: {"name":"Ada","guests":2,"days":["mon","tue"]}');
  },
};

export const TanStack: StoryObj = {
  render: () => <TanStackForm />,
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText("Name"), "Ad");
    await canvas.findByText("At least three letters.");
    await userEvent.type(canvas.getByLabelText("Name"), "a");
    await userEvent.click(canvas.getByLabelText("I have read the terms"));
    await userEvent.click(canvas.getByText("Send"));
    await canvas.findByText('Sent: {"name":"Ada","terms":true}');
  },
};
