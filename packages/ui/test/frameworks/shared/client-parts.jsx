"use client";
import { AlertDialog, Button, createToaster, dialogOpener, Form, TextField, Toaster } from "@groundwork/ui";
import { useActionState, useEffect, useState } from "react";

/** Tells the test that effects have run. */
export function Hydrated() {
  useEffect(() => {
    document.documentElement.dataset.hydrated = "";
  }, []);
  return null;
}

export function DeleteTrip() {
  const [deleted, setDeleted] = useState(false);
  return (
    <>
      <Button {...dialogOpener("delete")}>{deleted ? "Deleted" : "Delete trip"}</Button>
      <AlertDialog
        id="delete"
        title="Delete this trip?"
        confirmLabel="Delete it"
        cancelLabel="Keep it"
        onConfirm={() => setDeleted(true)}
      >
        Its expenses go too.
      </AlertDialog>
    </>
  );
}

export function Notices() {
  const [toaster] = useState(createToaster);
  return (
    <>
      <Button onClick={() => toaster.show({ title: "Saved it" })}>Notify</Button>
      <Toaster toaster={toaster} label="Notifications" dismissLabel="Dismiss" />
    </>
  );
}

/** `answer` may be a server's action. */
export function SignUp({ answer = refuse }) {
  const [state, action] = useActionState(answer, {});
  return (
    <Form action={action} errors={state.errors}>
      <TextField label="E-mail" name="email" type="email" required />
      <Button type="submit">Sign up</Button>
    </Form>
  );
}

async function refuse(_state, form) {
  return { errors: { email: `${form.get("email")} is taken.` } };
}
