import { Button } from "@groundwork/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JSX } from "react";
import { Link, useLocation } from "wouter";
import { dataOf } from "../api/create-client.ts";
import { messageOf } from "../api/problem-error.ts";
import { Notice } from "../Notice.tsx";
import { usePageTitle } from "../pages/use-page-title.ts";
import { useSession } from "../session/session-context.ts";
import { groupKeys } from "./group-queries.ts";

/** Opened by an invitation's link: says to what, and joins. The token stays behind the #, which no server logs. */
export function JoinPage(): JSX.Element {
  usePageTitle("Invitation");
  const { api } = useSession().session;
  const cache = useQueryClient();
  const [, navigate] = useLocation();
  const token = location.hash.slice(1);
  const preview = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => dataOf(api.POST("/api/expenses/invitations/preview", { body: { token } })),
  });
  const accept = useMutation({
    mutationFn: () => dataOf(api.POST("/api/expenses/invitations/accept", { body: { token } })),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: groupKeys.all });
      navigate(`/expenses/${id}`, { replace: true });
    },
  });
  const error = preview.error ?? accept.error;
  if (error)
    return (
      <Notice
        role="alert"
        title="This invitation does not work"
        action={<Link href="/expenses">Go to your groups</Link>}
      >
        {messageOf(error)}
      </Notice>
    );
  if (!preview.data) return <p role="status">Reading the invitation …</p>;
  const { groupName, invitedBy, memberName } = preview.data;
  return (
    <Notice
      title={`Join “${groupName}”`}
      action={
        <Button pending={accept.isPending} onClick={() => accept.mutate()}>
          Join
        </Button>
      }
    >
      {invitedBy} invites you{memberName ? ` to take the place of ${memberName}, with its expenses` : ""}.
    </Notice>
  );
}
