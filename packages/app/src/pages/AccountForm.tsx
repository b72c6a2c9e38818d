import { Button } from "@groundwork/ui";
import { type JSX, type ReactNode, useState } from "react";
import { messageOf } from "../api/problem-error.ts";
import { usePageTitle } from "./use-page-title.ts";

interface AccountFormProps {
  title: string;
  button: string;
  /** The fields; their values are handed over by name. */
  children: ReactNode;
  footer?: ReactNode;
  onSubmit: (values: Record<string, string>) => Promise<void>;
}

/** A page that is one short form: sign-in, sign-up, reset. */
export function AccountForm({ title, button, children, footer, onSubmit }: AccountFormProps): JSX.Element {
  usePageTitle(title);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  async function submit(form: HTMLFormElement) {
    if (pending) return;
    setPending(true);
    setError(undefined);
    try {
      await onSubmit(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])));
    } catch (failure) {
      setError(messageOf(failure));
    } finally {
      setPending(false);
    }
  }
  return (
    <form
      className="app-card app-account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h1>{title}</h1>
      {children}
      {error && (
        <p role="alert" className="gw-error">
          {error}
        </p>
      )}
      <Button type="submit" pending={pending}>
        {button}
      </Button>
      {footer}
    </form>
  );
}
