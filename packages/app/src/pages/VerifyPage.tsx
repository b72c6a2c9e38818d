import { useMutation } from "@tanstack/react-query";
import { type JSX, useEffect } from "react";
import { Link } from "wouter";
import { dataOf } from "../api/create-client.ts";
import { messageOf } from "../api/problem-error.ts";
import { Notice } from "../Notice.tsx";
import { useSession } from "../session/session-context.ts";
import { usePageTitle } from "./use-page-title.ts";

/** Opened by the link in a mail: confirms the address. */
export function VerifyPage(): JSX.Element {
  usePageTitle("Confirm your address");
  const { session } = useSession();
  const { mutate, isSuccess, error } = useMutation({
    mutationFn: (token: string) => dataOf(session.api.POST("/api/account/verify", { body: { token } })),
    onSuccess: (account) => session.update(account),
  });
  useEffect(() => mutate(location.hash.slice(1)), [mutate]);
  const action = <Link href="/expenses">Go to your groups</Link>;
  if (error)
    return (
      <Notice title="The address was not confirmed" action={action}>
        {messageOf(error)}
      </Notice>
    );
  return (
    <Notice title={isSuccess ? "Thank you: the address is confirmed" : "Confirming …"} action={isSuccess && action} />
  );
}
