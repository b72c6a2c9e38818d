import { TextField } from "@groundwork/ui";
import { type JSX, useState } from "react";
import { Link } from "wouter";
import { dataOf } from "../api/create-client.ts";
import { Notice } from "../Notice.tsx";
import { useSession } from "../session/session-context.ts";
import { AccountForm } from "./AccountForm.tsx";

/** Asks for a link by mail, or, opened by that link, for the new password. */
export function ResetPage(): JSX.Element {
  const { session } = useSession();
  const [done, setDone] = useState<"sent" | "changed">();
  const token = location.hash.slice(1);
  if (done) {
    return (
      <Notice
        title={done === "sent" ? "Look at your mail" : "The password is changed"}
        action={<Link href="/sign-in">Sign in</Link>}
      >
        {done === "sent"
          ? "If there is an account with this address, a link to choose a new password is on its way."
          : "Every other session has ended."}
      </Notice>
    );
  }
  if (token) {
    return (
      <AccountForm
        title="Choose a new password"
        button="Change the password"
        onSubmit={async ({ password = "" }) => {
          await dataOf(session.api.POST("/api/account/reset", { body: { token, password } }));
          setDone("changed");
        }}
      >
        <TextField
          label="New password"
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
  return (
    <AccountForm
      title="Forgot the password?"
      button="Send me a link"
      onSubmit={async ({ email = "" }) => {
        await dataOf(session.api.POST("/api/account/reset-request", { body: { email: email.trim() } }));
        setDone("sent");
      }}
      footer={
        <p className="app-links">
          <Link href="/sign-in">Back to sign-in</Link>
        </p>
      }
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="email" required />
    </AccountForm>
  );
}
