import { TextField } from "@groundwork/ui";
import type { JSX } from "react";
import { Link } from "wouter";
import { useSession } from "../session/session-context.ts";
import { AccountForm } from "./AccountForm.tsx";

export function SignUpPage(): JSX.Element {
  const { session } = useSession();
  return (
    <AccountForm
      title="Make an account"
      button="Make the account"
      onSubmit={({ name = "", email = "", password = "" }) =>
        session.signUp({ name: name.trim(), email: email.trim(), password })
      }
      footer={
        <p className="app-links">
          <Link href={`/sign-in${location.search}`}>Sign in instead</Link>
        </p>
      }
    >
      <TextField label="Name" name="name" autoComplete="name" required maxLength={80} pattern=".*\S.*" />
      <TextField label="E-mail" name="email" type="email" autoComplete="email" required />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters."
        minLength={10}
        maxLength={200}
        required
      />
    </AccountForm>
  );
}
