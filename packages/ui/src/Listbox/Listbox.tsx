"use client";
import "./Listbox.css";
import { type ComponentProps, type JSX, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Field, type FieldOptions } from "../Field/Field.tsx";
import { stepOf } from "../roving-focus.ts";
import { typeAhead } from "../type-ahead.ts";
import { useWarning } from "../use-warning.ts";
import { type ListOption, OptionList, optionIndex } from "./OptionList.tsx";
import { useChoice } from "./use-choice.ts";
import { type HeldProps, type MultipleChoice, type SingleChoice, useHeld } from "./use-held.tsx";

interface ListboxOptions
  extends FieldOptions,
    Omit<ComponentProps<"input">, keyof FieldOptions | keyof MultipleChoice | "placeholder" | "size"> {
  options: readonly ListOption[];
  /** Options side by side; left and right move in place of up and down. */
  orientation?: "horizontal" | undefined;
}

export type ListboxProps = ListboxOptions & (SingleChoice | MultipleChoice);

/**
 * A list that stays open, to choose one option from, or with `multiple` several. Options may hold more than text
 * (`content`); where text is enough, RadioGroup, CheckboxGroup and Select are native.
 *
 * One Tab stop. With one choice, arrows choose at once; with several, Space does, Shift extends, Control+A takes all. `ref`,
 * `name`, `onChange`, `onBlur` and all else reach a native input out of sight that holds the value, so that `register()`
 * can be spread on it (of several, use a `Controller`); focus on it goes to the list.
 *
 * @example
 * ```tsx no-run
 * <Listbox label="Seat" name="seat" options={[{ value: "aisle", label: "Aisle" }, { value: "window", label: "Window" }]} />
 * ```
 */
export function Listbox(props: ListboxProps): JSX.Element {
  const { options, orientation, label, hideLabel, hint, error, messages, className, style, readOnly, ...rest } =
    props as ListboxOptions & HeldProps;
  const { multiple, disabled, required } = rest;
  const auto = useId();
  const id = rest.id ?? auto;
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const [activeValue, setActive] = useState<string>();
  const [focused, setFocused] = useState(false);
  const { values, change, blur, held } = useHeld({ ...rest, id });
  const where = (test: (option: ListOption) => boolean) => options.findIndex(test);
  const last = where(({ value }) => value === activeValue);
  const active =
    last < 0
      ? Math.max(
          where(({ value }) => values.includes(value)),
          0,
        )
      : last;

  if (process.env.NODE_ENV !== "production") {
    const stray = values.find((each) => where(({ value }) => value === each) < 0);
    const twice = options.find(({ value }, index) => where((each) => each.value === value) !== index);
    // biome-ignore lint/correctness/useHookAtTopLevel: always or never.
    useWarning(
      twice
        ? `Listbox: two options have the value ${JSON.stringify(twice.value)}; give each a value of its own.`
        : stray !== undefined && `Listbox: no option has the value ${JSON.stringify(stray)}; add it to \`options\`.`,
    );
  }

  useEffect(() => {
    const option = list.current!.querySelector(`[id$="-${active}"]`);
    if (focused) option?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [focused, active]);

  const inert = () => disabled || readOnly || list.current!.closest("fieldset:disabled");
  const choice = useChoice(options, values, multiple, (next) => inert() || change(next));
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const { length } = options;
    if (!length || altKey) return;
    const step = stepOf(event, orientation ?? "vertical");
    const letter = key.length === 1 && key !== " " && !ctrlKey && !metaKey;
    const labels = options.map((option) => option.label);
    let next = choice.press(event, active);
    if (step || letter) {
      next = letter
        ? typeAhead(typed.current, event, labels, active)
        : Math.min(Math.max(active + step, 0), length - 1);
      if (next >= 0 && (!multiple || (Math.abs(step) === 1 && shiftKey))) choice.take(next, false);
    }
    if (next < 0) return;
    setActive(options[next]!.value);
    event.preventDefault();
  };

  return (
    <Field<ComponentProps<"div">> {...{ label, hideLabel, hint, error, messages, className, style, id }}>
      {(control) => (
        <div className="gw-control gw-listbox">
          <OptionList
            {...control}
            ref={list}
            id={`${id}o`}
            tabIndex={disabled ? undefined : 0}
            aria-labelledby={`${id}l`}
            aria-multiselectable={multiple}
            aria-orientation={orientation}
            aria-disabled={disabled}
            aria-readonly={readOnly}
            aria-required={required}
            aria-activedescendant={focused && options.length ? `${id}o-${active}` : undefined}
            options={options}
            values={values}
            active={focused ? active : -1}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              blur();
            }}
            onKeyDown={press}
            onClick={(event) => {
              const index = optionIndex(event);
              if (index < 0 || inert()) return;
              setActive(options[index]!.value);
              choice.take(index, event.shiftKey);
            }}
          />
          {held}
        </div>
      )}
    </Field>
  );
}
