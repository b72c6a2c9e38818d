import { Alert, Button, Form, TextField } from "@groundwork/ui";
import { useActionState } from "react";

interface Answer {
  errors?: Record<string, string>;
  welcome?: string;
}

/** In an app this is a server function, and `errors` is what the server answered. */
async function signUp(_: Answer, data: FormData): Promise<Answer> {
  const email = String(data.get("email"));
  return email === "taken@example.org"
    ? { errors: { email: "This address already has an account." } }
    : { welcome: email };
}

export function ActionStateForm() {
  const [state, action, pending] = useActionState(signUp, {});
  return (
    <Form action={action} errors={state.errors}>
      {state.welcome && <Alert tone="success">A mail is on its way to {state.welcome}.</Alert>}
      <TextField label="E-mail" name="email" type="email" autoComplete="email" required />
      <Button type="submit" pending={pending}>
        Sign up
      </Button>
    </Form>
  );
}
