"use client";
import "./ExpenseForm.css";
import { Button, Field, TextField } from "@groundwork/ui";
import { type ComponentProps, type JSX, type ReactNode, useId, useState } from "react";
import { formatMoney } from "../../money/format-money.ts";
import type { Person } from "../person.ts";
import type { Split } from "../split.ts";
import { type Draft, readDraft, type SplitKind } from "./draft.ts";
import { ItemsEditor } from "./ItemsEditor.tsx";
import { type ExpenseFormWords, english } from "./words.ts";

/** What the form hands over: everything in minor units, the split as plain data, and the shares that it comes to. */
export interface NewExpense {
  readonly title: string;
  readonly amount: number;
  readonly paidBy: string;
  readonly split: Split;
  readonly shares: ReadonlyMap<string, number>;
}

export interface ExpenseFormProps extends Omit<ComponentProps<"form">, "onSubmit" | "children" | "defaultValue"> {
  people: readonly Person[];
  currency: string;
  /** Who paid unless told otherwise. */
  defaultPaidBy?: string | undefined;
  /** The identity of the expense to come: with the same key the odd cent goes where the server sends it. */
  splitKey?: string | undefined;
  /** Resolves when the expense is kept: the form is then empty again. A rejection leaves it as it is. */
  onSubmit: (expense: NewExpense) => void | Promise<void>;
  /** What went wrong at the last try. */
  error?: ReactNode;
  words?: ExpenseFormWords | undefined;
}

/**
 * An expense with its split, worked out while it is typed: every person's share stands beside their name, and a split
 * that does not add up says by how much. `ref`, `className`, `style` and unknown props reach the `<form>`.
 */
export function ExpenseForm({
  people,
  currency,
  defaultPaidBy,
  splitKey = "",
  onSubmit,
  error,
  words = english,
  className,
  ...props
}: ExpenseFormProps): JSX.Element {
  const ids = people.map(({ id }) => id);
  const [title, setTitle] = useState("");
  const [paidBy, setPaidBy] = useState(defaultPaidBy ?? ids[0] ?? "");
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(ids));
  const [pending, setPending] = useState(false);
  const status = useId();
  const reading = readDraft(draft, ids, currency, splitKey);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const typed = draft.kind !== "equal" && draft.kind !== "items";
  const checked = draft.kind === "equal" || draft.kind === "adjustments";

  async function submit(form: HTMLFormElement, submitter: HTMLElement | null) {
    if (pending || !reading.split || !reading.shares || reading.amount === undefined) return;
    setPending(true);
    try {
      await onSubmit({
        title: title.trim(),
        amount: reading.amount,
        paidBy,
        split: reading.split,
        shares: reading.shares,
      });
      // Whoever has begun the next one meanwhile keeps it.
      setTitle((now) => (now === title ? "" : now));
      setDraft((now) => (now === draft ? emptyDraft(ids) : now));
      // The button is about to be disabled; focus would fall to the page.
      if (form.ownerDocument.activeElement === submitter) form.querySelector("input")?.focus();
    } catch {
      // What went wrong is the caller's to say, in `error`; nothing that was typed is lost.
    } finally {
      setPending(false);
    }
  }

  return (
    <form
      {...props}
      className={className ? `gw-expense-form ${className}` : "gw-expense-form"}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget, event.nativeEvent.submitter);
      }}
    >
      <TextField
        label={words.title}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        required
        maxLength={200}
      />
      <div className="gw-expense-row">
        <TextField
          label={words.amount}
          start={<span aria-hidden="true">{currency}</span>}
          value={draft.amount}
          onChange={(event) => change({ amount: event.target.value })}
          inputMode="decimal"
          autoComplete="off"
          required
          error={draft.amount.trim() !== "" && reading.amount === undefined ? words.notAnAmount : undefined}
        />
        <Field<ComponentProps<"select">>
          label={words.paidBy}
          value={paidBy}
          onChange={(event) => setPaidBy(event.target.value)}
        >
          {(control) => (
            <span className="gw-control">
              <select {...control} className="gw-input">
                {people.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </span>
          )}
        </Field>
        <Field<ComponentProps<"select">>
          label={words.split}
          value={draft.kind}
          onChange={(event) => change({ kind: event.target.value as SplitKind, values: new Map() })}
        >
          {(control) => (
            <span className="gw-control">
              <select {...control} className="gw-input">
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {words.kinds[kind]}
                  </option>
                ))}
              </select>
            </span>
          )}
        </Field>
      </div>
      {draft.kind === "items" && (
        <ItemsEditor draft={draft} people={people} currency={currency} words={words} onChange={change} />
      )}
      <fieldset aria-describedby={status}>
        <legend>{words.shares}</legend>
        {people.map(({ id, name }) => (
          <div key={id} className="gw-expense-share">
            {checked ? (
              <label>
                <input
                  type="checkbox"
                  checked={draft.included.has(id)}
                  onChange={(event) => change({ included: toggled(draft.included, id, event.target.checked) })}
                />
                {name}
              </label>
            ) : (
              <span>{name}</span>
            )}
            {typed && (
              <TextField
                label={`${words.kinds[draft.kind]}: ${name}`}
                hideLabel
                value={draft.values.get(id) ?? ""}
                onChange={(event) => change({ values: new Map(draft.values).set(id, event.target.value) })}
                inputMode="decimal"
                autoComplete="off"
                placeholder="0"
                disabled={checked && !draft.included.has(id)}
                end={
                  <span aria-hidden="true">
                    {draft.kind === "percent" ? "%" : draft.kind === "shares" ? "×" : currency}
                  </span>
                }
              />
            )}
            <output>{formatMoney(reading.shares?.get(id) ?? 0, currency)}</output>
          </div>
        ))}
        <p id={status} role="status" data-wrong={reading.error !== undefined}>
          {statusOf(reading, currency, words)}
        </p>
      </fieldset>
      {error !== undefined && error !== null && (
        <p role="alert" className="gw-error">
          {error}
        </p>
      )}
      <Button type="submit" pending={pending} disabled={reading.shares === undefined && !pending}>
        {words.add}
      </Button>
    </form>
  );
}

const kinds: readonly SplitKind[] = ["equal", "exact", "percent", "shares", "adjustments", "items"];

function emptyDraft(ids: readonly string[]): Draft {
  return {
    kind: "equal",
    amount: "",
    included: new Set(ids),
    values: new Map(),
    items: [{ id: 0, amount: "", sharedBy: new Set(ids) }],
    tax: "",
    tip: "",
  };
}

function toggled(set: ReadonlySet<string>, id: string, on: boolean): Set<string> {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}

function statusOf(reading: ReturnType<typeof readDraft>, currency: string, words: ExpenseFormWords): string {
  if (reading.difference !== undefined) {
    const size = Math.abs(reading.difference);
    const text = reading.unit === "percent" ? `${size} %` : formatMoney(size, currency);
    return reading.difference > 0 ? words.missing(text) : words.tooMuch(text);
  }
  if (reading.error !== undefined) return words.incomplete;
  return reading.shares ? words.addsUp : words.incomplete;
}
