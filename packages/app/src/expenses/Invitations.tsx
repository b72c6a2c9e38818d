import { Button, Field, TextField } from "@groundwork/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, type JSX, useState } from "react";
import { dataOf } from "../api/create-client.ts";
import { messageOf } from "../api/problem-error.ts";
import { useSession } from "../session/session-context.ts";
import { type Group, groupKeys } from "./group-queries.ts";

/** Lets people in: by a link, or by name alone for those who need no account. */
export function Invitations({ group }: { group: Group }): JSX.Element {
  const { api } = useSession().session;
  const cache = useQueryClient();
  const [place, setPlace] = useState("");
  const [name, setName] = useState("");
  const path = { groupId: group.id };
  const invite = useMutation({
    mutationFn: (memberId: string) =>
      dataOf(
        api.POST("/api/expenses/groups/{groupId}/invitations", {
          params: { path },
          body: memberId ? { memberId } : {},
        }),
      ),
  });
  const add = useMutation({
    mutationFn: (name: string) =>
      dataOf(api.POST("/api/expenses/groups/{groupId}/members", { params: { path }, body: { name } })),
    onSuccess: () => {
      setName("");
      return cache.invalidateQueries({ queryKey: groupKeys.group(group.id) });
    },
  });
  const places = group.members.filter(({ hasAccount, leftAt }) => !hasAccount && leftAt === undefined);
  const error = invite.error ?? add.error;
  return (
    <section aria-labelledby="people">
      <h2 id="people">People</h2>
      <form
        className="app-inline"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) add.mutate(name.trim());
        }}
      >
        <TextField
          label="Add somebody by name"
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="outline" pending={add.isPending}>
          Add
        </Button>
      </form>
      <div className="app-inline">
        <Field<ComponentProps<"select">>
          label="Invite"
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        >
          {(control) => (
            <span className="gw-control">
              <select {...control} className="gw-input">
                <option value="">somebody new</option>
                {places.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}, who takes this place
                  </option>
                ))}
              </select>
            </span>
          )}
        </Field>
        <Button variant="outline" pending={invite.isPending} onClick={() => invite.mutate(place)}>
          Make a link
        </Button>
      </div>
      {invite.data && (
        <TextField
          label="The link, shown this once"
          readOnly
          value={invite.data.link}
          onFocus={(event) => event.target.select()}
          hint="Whoever opens it joins; it works once."
        />
      )}
      {error && (
        <p role="alert" className="gw-error">
          {messageOf(error)}
        </p>
      )}
    </section>
  );
}
