import { TextField } from "@groundwork/ui";
import type { JSX } from "react";
import { Link } from "wouter";
import { useSession } from "../session/session-context.ts";
import { AccountForm } from "./AccountForm.tsx";

export function SignInPage(): JSX.Element {
  const { session } = useSession();
  return (
    <AccountForm
      title="Sign in"
      button="Sign in"
      onSubmit={({ email = "", password = "" }) => session.signIn({ email: email.trim(), password })}
      footer={
        <p className="app-links">
          <Link href={`/sign-up${location.search}`}>Make an account</Link>
          <Link href="/reset">Forgot the password?</Link>
        </p>
      }
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
    </AccountForm>
  );
}
