import { Button, TextField } from "@groundwork/ui";
import type { JSX } from "react";
import type { Person } from "../person.ts";
import type { Draft, DraftItem } from "./draft.ts";
import type { ExpenseFormWords } from "./words.ts";

interface ItemsEditorProps {
  draft: Draft;
  people: readonly Person[];
  currency: string;
  words: ExpenseFormWords;
  onChange: (part: Partial<Draft>) => void;
}

/** The lines of a bill, each with who shared it, and tax and tip on top. */
export function ItemsEditor({ draft, people, currency, words, onChange }: ItemsEditorProps): JSX.Element {
  const { items } = draft;
  const replace = (id: number, part: Partial<DraftItem>) =>
    onChange({ items: items.map((item) => (item.id === id ? { ...item, ...part } : item)) });
  const unit = <span aria-hidden="true">{currency}</span>;
  return (
    <div className="gw-expense-items">
      {items.map((item, index) => (
        <fieldset key={item.id}>
          <legend>
            {words.item} {index + 1}
          </legend>
          <div className="gw-expense-item">
            <TextField
              label={`${words.amount}: ${words.item} ${index + 1}`}
              hideLabel
              value={item.amount}
              onChange={(event) => replace(item.id, { amount: event.target.value })}
              inputMode="decimal"
              autoComplete="off"
              end={unit}
            />
            {items.length > 1 && (
              <Button
                variant="plain"
                aria-label={`${words.removeItem}: ${words.item} ${index + 1}`}
                onClick={() => onChange({ items: items.filter(({ id }) => id !== item.id) })}
              >
                {words.removeItem}
              </Button>
            )}
          </div>
          <div className="gw-expense-sharers">
            {people.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={item.sharedBy.has(id)}
                  onChange={(event) => {
                    const sharedBy = new Set(item.sharedBy);
                    if (event.target.checked) sharedBy.add(id);
                    else sharedBy.delete(id);
                    replace(item.id, { sharedBy });
                  }}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <Button
        variant="outline"
        size="small"
        onClick={() =>
          onChange({
            items: [
              ...items,
              {
                id: Math.max(...items.map(({ id }) => id)) + 1,
                amount: "",
                sharedBy: new Set(people.map(({ id }) => id)),
              },
            ],
          })
        }
      >
        {words.addItem}
      </Button>
      <div className="gw-expense-row">
        <TextField
          label={words.tax}
          value={draft.tax}
          onChange={(event) => onChange({ tax: event.target.value })}
          inputMode="decimal"
          end={unit}
        />
        <TextField
          label={words.tip}
          value={draft.tip}
          onChange={(event) => onChange({ tip: event.target.value })}
          inputMode="decimal"
          end={unit}
        />
      </div>
    </div>
  );
}
