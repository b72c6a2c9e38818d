import { Button, TextField } from "@groundwork/ui";
import { formatMoney } from "@groundwork/views";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type JSX, useState } from "react";
import { Link, useLocation } from "wouter";
import { dataOf } from "../api/create-client.ts";
import { messageOf } from "../api/problem-error.ts";
import { Notice } from "../Notice.tsx";
import { usePageTitle } from "../pages/use-page-title.ts";
import { useSession } from "../session/session-context.ts";
import { groupKeys } from "./group-queries.ts";

/** Your groups, each with your own balance, and the form that makes one. */
export function GroupsPage(): JSX.Element {
  usePageTitle("Your groups");
  const { session } = useSession();
  const [adding, setAdding] = useState(false);
  const groups = useQuery({
    queryKey: [...groupKeys.all, "groups"],
    queryFn: async () => (await dataOf(session.api.GET("/api/expenses/groups"))).groups,
  });
  const empty = groups.data?.length === 0;
  return (
    <>
      <div className="app-title">
        <h1>Your groups</h1>
        {!adding && !empty && <Button onClick={() => setAdding(true)}>New group</Button>}
      </div>
      {(adding || empty) && <NewGroup onCancel={empty ? undefined : () => setAdding(false)} />}
      {groups.isPending && <p role="status">Loading your groups …</p>}
      {groups.error && (
        <Notice
          role="alert"
          heading="h2"
          title="Your groups could not be loaded"
          action={<Button onClick={() => void groups.refetch()}>Try again</Button>}
        >
          {messageOf(groups.error)}
        </Notice>
      )}
      <ul className="app-groups">
        {groups.data?.map(({ id, name, currency, memberCount, balance, archived }) => (
          <li key={id}>
            <Link href={`/expenses/${id}`}>
              <span>
                <b>{name}</b>
                <small>
                  {memberCount} {memberCount === 1 ? "person" : "people"}
                  {archived && ", archived"}
                </small>
              </span>
              <span data-sign={Math.sign(balance)}>
                {balance === 0
                  ? "settled"
                  : `${balance > 0 ? "you get" : "you owe"} ${formatMoney(Math.abs(balance), currency)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function NewGroup({ onCancel }: { onCancel: (() => void) | undefined }): JSX.Element {
  const { session } = useSession();
  const cache = useQueryClient();
  const [, navigate] = useLocation();
  const create = useMutation({
    mutationFn: (body: { name: string; currency: string; members: string[] }) =>
      dataOf(session.api.POST("/api/expenses/groups", { body })),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: groupKeys.all });
      navigate(`/expenses/${id}`);
    },
  });
  return (
    <form
      className="app-card"
      aria-label="New group"
      onSubmit={(event) => {
        event.preventDefault();
        const values = new FormData(event.currentTarget);
        const members = String(values.get("members"))
          .split(/[,\n]/)
          .map((name) => name.trim())
          .filter(Boolean);
        create.mutate({
          name: String(values.get("name")).trim(),
          currency: String(values.get("currency")).trim().toUpperCase(),
          members,
        });
      }}
    >
      <h2>New group</h2>
      <div className="app-row">
        <TextField label="Name" name="name" required maxLength={80} pattern=".*\S.*" placeholder="A week in Lisbon" />
        <TextField
          label="Currency"
          name="currency"
          required
          pattern="[A-Za-z]{3}"
          maxLength={3}
          defaultValue="EUR"
          hint="Three letters, such as EUR."
        />
      </div>
      <TextField
        label="Who else takes part"
        name="members"
        hint="Names with commas between. They need no account; you can invite them later."
      />
      {create.error && (
        <p role="alert" className="gw-error">
          {messageOf(create.error)}
        </p>
      )}
      <div className="app-actions">
        <Button type="submit" pending={create.isPending}>
          Make the group
        </Button>
        {onCancel && (
          <Button variant="plain" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
