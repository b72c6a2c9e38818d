import { Button, DatePicker, Dialog, dialogOpener, Form } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useId } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/DatePicker",
  component: DatePicker,
  args: {
    label: "Departure",
    hint: "Day, month, year: 24/11/2026.",
    name: "departure",
    locale: "en-GB",
    today: "2026-11-24",
    labels: {
      open: "Choose a date",
      previousMonth: "Previous month",
      nextMonth: "Next month",
      previousYear: "Previous year",
      nextYear: "Next year",
    },
    invalidMessage: "Enter a date like 24/11/2026.",
  },
  argTypes: {
    label: { control: "text" },
    hint: { control: "text" },
    error: { control: "text" },
    locale: { control: "select", options: ["en-GB", "en-US", "de", "sv", "ja", "ar-EG", "fa-IR", "th-TH"] },
    firstDay: { control: "inline-radio", options: [undefined, 1, 6, 7] },
    min: { control: "text" },
    max: { control: "text" },
    required: { control: "boolean" },
    disabled: { control: "boolean" },
    readOnly: { control: "boolean" },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "22rem", minBlockSize: "24rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("DatePicker", {
    summary:
      "A date to type in the language's own order, or to choose from a calendar. One text box and not a box a part: it is one Tab stop, and takes what is pasted, dictated or filled in. A native date input beside it holds the ISO date for forms.",
    keys: [
      ["Alt + Arrow Down", "In the text: opens the calendar"],
      ["Enter, Space", "On the button: opens the calendar. On a day: chooses it and closes"],
      ["Arrow keys", "A day or a week on or back"],
      ["Home, End", "To the first or last day of the week"],
      ["Page Up, Page Down", "A month back or on; with Shift a year"],
      ["Tab", "Round the calendar: its buttons and the day"],
      ["Escape", "Closes, and gives focus back"],
    ],
    dos: [
      "Show in the hint how a date is written.",
      "Give `locale` where a server renders, and `today` where the day is not the browser's to say.",
    ],
    donts: [
      "Don't turn its value into a Date: it is a day, not a moment.",
      "Don't use it for calendars whose months are not Gregorian: these it does not know.",
    ],
  }),
} satisfies Meta<typeof DatePicker>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Playground: Story = { args: { defaultValue: "2026-11-12" } };

export const Limits: Story = {
  args: {
    hint: "From today, three weeks ahead; not on Sundays.",
    min: "2026-11-24",
    max: "2026-12-15",
    required: true,
    unavailable: (date) => new Date(date).getUTCDay() === 0 && "No ferry on Sundays.",
    messages: { rangeUnderflow: "That day is past.", rangeOverflow: "At most three weeks ahead." },
  },
  render: (args) => (
    <Form>
      <DatePicker {...args} />
      <Button type="submit">Book</Button>
    </Form>
  ),
};

export const WithError: Story = { args: { defaultValue: "2026-11-12", error: "Fully booked on this day." } };

export const Disabled: Story = { args: { defaultValue: "2026-11-12", disabled: true } };

export const ReadOnly: Story = { args: { defaultValue: "2026-11-12", readOnly: true } };

export const Arabic: Story = {
  args: { defaultValue: "2026-11-12", locale: "ar-EG", hint: undefined },
};

export const InADialog: Story = {
  render: function InADialog(args) {
    const id = useId();
    return (
      <>
        <Button {...dialogOpener(id)}>Change the trip</Button>
        <Dialog id={id} title="Trip" closeLabel="Close">
          <DatePicker {...args} />
        </Dialog>
      </>
    );
  },
};
