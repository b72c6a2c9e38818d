import { Alert, Button, Checkbox, Form, NumberField, RadioGroup, Select, TextField } from "@groundwork/ui";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useActionState } from "react";
import { describe } from "./describe.ts";

const meta = {
  title: "Forms/Form",
  component: Form,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: "28rem" }}>
        <Story />
      </div>
    ),
  ],
  parameters: describe("Form", {
    summary:
      "A native form whose fields show what is wrong beside them: from native validity, and from the `errors` that the server answered. Send it empty to see; then with the address taken@example.org.",
    keys: [["Enter", "In a field: sends the form, or goes to its first error"]],
    dos: [
      "Give `errors` by field name, as the server answered.",
      "Let people send an incomplete form: it says what is missing.",
    ],
    donts: ["Don't disable the submit button until everything is valid."],
  }),
} satisfies Meta<typeof Form>;
export default meta;

type Story = StoryObj<typeof meta>;

interface Answer {
  errors?: Record<string, string>;
  welcome?: string;
}

async function register(_: Answer, data: FormData): Promise<Answer> {
  await new Promise((resolve) => setTimeout(resolve, 600));
  const email = String(data.get("email"));
  return email === "taken@example.org"
    ? { errors: { email: "This address already has an account." } }
    : { welcome: email };
}

function Registration() {
  const [state, action, pending] = useActionState(register, {});
  return (
    <Form action={action} errors={state.errors}>
      {state.welcome && <Alert tone="success">A mail is on its way to {state.welcome}.</Alert>}
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        messages={{ valueMissing: "Enter your name." }}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        hint="We write once a week, at most."
        required
        messages={{ valueMissing: "Enter your address.", typeMismatch: "Enter an address such as ada@example.org." }}
      />
      <Select label="Programme" name="programme" required>
        <option value="">Choose…</option>
        <option value="maths">Mathematics</option>
        <option value="music">Music</option>
      </Select>
      <NumberField
        label="Semester"
        name="semester"
        min={1}
        max={12}
        defaultValue={1}
        decrementLabel="Earlier"
        incrementLabel="Later"
      />
      <RadioGroup
        label="Attendance"
        name="attendance"
        required
        orientation="horizontal"
        options={[
          { value: "full", label: "Full time" },
          { value: "part", label: "Part time" },
        ]}
      />
      <Checkbox
        label="I have read the rules"
        name="rules"
        required
        messages={{ valueMissing: "Read the rules and tick the box." }}
      />
      <Button type="submit" pending={pending}>
        Register
      </Button>
    </Form>
  );
}

export const Playground: Story = { render: () => <Registration /> };
