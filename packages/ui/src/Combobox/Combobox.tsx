"use client";
import "./Combobox.css";
import {
  type ComponentProps,
  type JSX,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Announcer } from "../Announcer/Announcer.tsx";
import { Field, type FieldOptions } from "../Field/Field.tsx";
import { foldText } from "../fold-text.ts";
import { type ListOption, OptionList, optionIndex } from "../Listbox/OptionList.tsx";
import { type HeldProps, type MultipleChoice, type SingleChoice, useHeld } from "../Listbox/use-held.tsx";
import { indexAfter, stepOf } from "../roving-focus.ts";
import { useWarning } from "../use-warning.ts";
import { Chip, chipsOf } from "./Chip.tsx";
import { type LoadOptions, useOptions } from "./use-options.ts";

interface ComboboxOptions
  extends FieldOptions,
    Omit<ComponentProps<"input">, keyof FieldOptions | keyof MultipleChoice | "results"> {
  /** All options, or a function that finds them for what is typed. */
  options: readonly ListOption[] | LoadOptions;
  /** Whether an option answers what is typed; by default its label contains it, whatever the case and accents. `false` shows all. */
  filter?: ((option: ListOption, text: string) => boolean) | false | undefined;
  /** What is searched for has changed; `""` when nothing is typed. For options that the caller fetches. */
  onSearch?: ((text: string) => void) | undefined;
  /** What is typed becomes a value even if no option has it. */
  allowCustom?: boolean | undefined;
  /** While typing, the first option becomes active, so that Enter takes it; `"inline"` also writes the rest of it. */
  suggest?: "first" | "inline" | undefined;
  /** Shown and read out while options are on their way: all the time with a function, otherwise give it only meanwhile. */
  loading?: string | undefined;
  /** Shown and read out when there is no option. */
  empty?: string | undefined;
  /** Shown and read out when the function failed. */
  failed?: string | undefined;
  /** Read out when the number of options changes: `(count) => `${count} cities``. */
  results?: ((count: number) => string) | undefined;
  /** Labels of values that no option has yet. */
  labels?: Readonly<Record<string, string>> | undefined;
  /** Rest after typing before the function is asked; 200 unless given. */
  delayMs?: number | undefined;
  /** Props of the text box itself: `inputMode`, `onKeyDown`. */
  input?: Omit<ComponentProps<"input">, "value" | "defaultValue" | "name" | "id"> | undefined;
}

export type ComboboxProps = ComboboxOptions &
  (
    | SingleChoice
    | (MultipleChoice & {
        /** Names the button that takes a chosen value away: `(label) => `Remove ${label}``. */
        removeLabel: (label: string) => string;
      })
  );

/**
 * A text box that finds an option among many: one, or with `multiple` several, shown as buttons that remove them.
 *
 * The list is a native popover, above modal dialogs too. `id`, `placeholder`, `required`, `readOnly` and `autoFocus`
 * reach the text box; `name`, `ref`, `onChange`, `onBlur` and all else a native input out of sight that holds the value,
 * so that `register()` can be spread on it (of several, use a `Controller`); focus on it goes to the text box.
 *
 * @example
 * ```tsx no-run
 * <Combobox label="Country" name="country" options={[{ value: "ie", label: "Ireland" }, { value: "pt", label: "Portugal" }]} />
 * <Combobox label="City" options={(text, signal) => findCities(text, { signal })} loading="Searching…" empty="No city" />
 * ```
 */
export function Combobox(props: ComboboxProps): JSX.Element {
  const {
    options: source,
    filter = contains,
    onSearch,
    allowCustom,
    suggest,
    loading,
    empty,
    failed,
    results,
    labels,
    delayMs = 200,
    input: box,
    removeLabel,
    label,
    hideLabel,
    hint,
    error,
    messages,
    className,
    style,
    id: given,
    placeholder,
    required,
    readOnly,
    autoFocus,
    ...rest
  } = props as ComboboxOptions & HeldProps & { removeLabel?: (label: string) => string };
  const { multiple, disabled } = rest;
  const inert = disabled || readOnly;

  const auto = useId();
  const id = given ?? auto;
  const text = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  // What is typed and not yet taken or given up; `tail` is what `suggest="inline"` adds to it.
  const [typed, setTyped] = useState<string>();
  const [tail, setTail] = useState("");
  const [open, setOpen] = useState(false);
  const [activeValue, setActive] = useState<string>();
  const [known] = useState(() => new Map<string, string>());

  const search = (next: string | undefined) => {
    if ((next ?? "") !== (typed ?? "")) onSearch?.(next ?? "");
    setTyped(next);
    setTail("");
  };
  const { values, change, blur, held } = useHeld(rest, () => search(undefined));
  const { options: found, pending, failed: broken } = useOptions(source, typed ?? "", open, delayMs);
  const waiting = typeof source === "function" ? pending : !!loading;
  const matching = (wanted: string | undefined) =>
    filter && wanted && typeof source !== "function" ? found.filter((option) => filter(option, wanted)) : found;
  const options = matching(typed);
  const labelOf = (value: string) =>
    found.find((option) => option.value === value)?.label ?? known.get(value) ?? labels?.[value] ?? value;
  const shown = multiple ? "" : values[0] ? labelOf(values[0]) : "";
  const written = typed === undefined ? shown : typed + tail;
  const active = options.findIndex((option) => option.value === activeValue);
  const note = waiting ? loading : broken ? failed : options.length ? undefined : empty;
  const visible = open && !inert && (options.length > 0 || !!note);

  if (process.env.NODE_ENV !== "production") {
    const stray = values.find((value) => labelOf(value) === value && !found.some((option) => option.value === value));
    const free = allowCustom || typeof source === "function" || waiting || !!onSearch;
    // biome-ignore lint/correctness/useHookAtTopLevel: always or never.
    useWarning(
      !free &&
        stray !== undefined &&
        `Combobox: no option has the value ${JSON.stringify(stray)}; add it to \`options\` or \`labels\`, or set \`allowCustom\`.`,
    );
  }

  useLayoutEffect(() => {
    const list = popup.current!;
    if (visible === list.matches(":popover-open")) return;
    if (visible) list.showPopover({ source: text.current!.parentElement! });
    else list.hidePopover();
  }, [visible]);
  useLayoutEffect(() => {
    if (tail) text.current!.setSelectionRange(written.length - tail.length, written.length);
  }, [tail, written]);
  useEffect(() => {
    if (visible && active >= 0) popup.current!.querySelector("[data-active]")!.scrollIntoView({ block: "nearest" });
  }, [visible, active]);

  const close = () => {
    setOpen(false);
    setActive(undefined);
  };
  const show = (step = 0) => {
    setOpen(true);
    const at = step && options.findIndex((option) => values.includes(option.value));
    if (step) setActive(options[at < 0 ? indexAfter(-1, step, options.length) : at]?.value);
  };
  const choose = (option: ListOption) => {
    if (option.disabled) return;
    const { value } = option;
    known.set(value, option.label);
    search(undefined);
    if (!multiple) {
      close();
      if (value !== values[0]) change([value]);
    } else change(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  };
  // What is written stands for the option of that name, or for itself, or is given up.
  const settle = () => {
    const wanted = written.trim();
    search(undefined);
    close();
    if (typed === undefined || !wanted) return;
    const option = found.find((each) => !each.disabled && foldText(each.label) === foldText(wanted));
    const value = option?.value ?? (allowCustom && wanted);
    if (option) known.set(option.value, option.label);
    if (value && !values.includes(value)) change(multiple ? [...values, value] : [value]);
  };

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    box?.onKeyDown?.(event);
    const { key, altKey } = event;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (event.defaultPrevented || inert || event.nativeEvent.isComposing) return;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    const option = visible ? options[active] : undefined;
    let mine = true;
    if (step && (altKey || !visible || active < 0)) {
      if (!altKey || step > 0) show(altKey ? 0 : step);
      else close();
    } else if (step) setActive(options[indexAfter(active, step, options.length)]?.value);
    else if (key === "Enter" && option) choose(option);
    else if (key === "Enter" && (visible || typed !== undefined)) settle();
    else if (key === "Escape" && (visible || value)) {
      // The list goes first; then, of what is left, the text.
      if (!visible || !allowCustom) search(undefined);
      if (!visible && typed === undefined && !multiple) change([]);
      close();
      // Not the dialog around it.
      event.stopPropagation();
    } else {
      mine = false;
      const start = !selectionStart && !selectionEnd && !!values.length && !!multiple;
      if (key === "Tab" && option && !values.includes(option.value)) choose(option);
      else if (key === "Backspace" && start && !value) change(values.slice(0, -1));
      else if (start && stepOf(event, "horizontal") === -1) chipsOf(event.currentTarget).at(-1)!.focus();
      // The caret has it again.
      if (/^(Home|End|Arrow)/.test(key)) setActive(undefined);
    }
    if (mine) event.preventDefault();
  };

  const type = (value: string, inserted: boolean | undefined) => {
    const [first] = matching(value).filter((option) => !option.disabled);
    const begins = inserted && value && first && foldText(first.label).startsWith(foldText(value));
    search(value);
    setOpen(true);
    setActive(suggest && value ? first?.value : undefined);
    if (suggest === "inline" && begins) setTail(first.label.slice(value.length));
    if (!value && !multiple && values.length) change([]);
  };

  return (
    <Field<ComponentProps<"input">>
      {...{ label, hideLabel, hint, error, messages, className, style, id, placeholder, readOnly, autoFocus, disabled }}
    >
      {(control) => (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: keys are the text box's. */}
          <div
            className="gw-control gw-combobox"
            onMouseDown={(event) => {
              if (event.target === text.current) return;
              event.preventDefault();
              if (!disabled) text.current!.focus();
            }}
            onClick={({ target, currentTarget }) => {
              if (target === text.current) setOpen(true);
              else if (target === currentTarget) (visible ? close : show)();
            }}
          >
            {multiple &&
              values.map((value) => (
                <Chip
                  key={value}
                  label={labelOf(value)}
                  name={removeLabel!(labelOf(value))}
                  disabled={inert}
                  onRemove={() => change(values.filter((each) => each !== value))}
                />
              ))}
            <input
              spellCheck={false}
              {...box}
              {...control}
              ref={text}
              role="combobox"
              className="gw-input"
              autoComplete="off"
              aria-autocomplete={suggest === "inline" ? "both" : "list"}
              aria-expanded={visible}
              aria-controls={`${id}o`}
              aria-activedescendant={visible && active >= 0 ? `${id}o-${active}` : undefined}
              aria-required={required}
              required={required && !values.length}
              value={written}
              onChange={({ target, nativeEvent }) =>
                type(target.value, (nativeEvent as InputEvent).inputType?.startsWith("insert"))
              }
              onKeyDown={press}
              onBlur={(event) => {
                box?.onBlur?.(event);
                settle();
                blur();
              }}
            />
            {held}
          </div>
          {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: keys are the text box's. */}
          <div
            ref={popup}
            popover="manual"
            className="gw-options"
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              const option = options[optionIndex(event)];
              if (option) choose(option);
            }}
          >
            <OptionList
              id={`${id}o`}
              aria-labelledby={`${id}l`}
              aria-multiselectable={multiple}
              options={visible ? options : []}
              values={values}
              active={active}
            />
            {note && <p>{note}</p>}
          </div>
          <Announcer message={visible ? (note ?? results?.(options.length)) : ""} />
        </>
      )}
    </Field>
  );
}

function contains({ label }: ListOption, text: string): boolean {
  return foldText(label).includes(foldText(text));
}
