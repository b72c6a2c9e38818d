"use client";
import "../IconButton/IconButton.css";
import { type ComponentProps, type JSX, type ReactNode, useContext, useState } from "react";
import { Button, type ButtonProps } from "../Button/Button.tsx";
import { ButtonGroup } from "../ButtonGroup/ButtonGroup.tsx";
import { indexAfter, stepOf } from "../roving-focus.ts";
import { InToolbar } from "../Toolbar/in-toolbar.ts";
import { useControlled } from "../use-controlled.ts";

export type ToggleOption = {
  /** Its key, and what `value` names; not empty. */
  value: string;
  /** Keys still reach it; it cannot be pressed. */
  disabled?: boolean | undefined;
} & (
  | { label: ReactNode; icon?: undefined }
  | {
      /** The button's name. */
      label: string;
      /** What the button shows in place of the label. */
      icon: ReactNode;
    }
);

interface ToggleGroupOptions
  extends Omit<ComponentProps<"div">, "children" | "defaultValue" | "aria-label" | "aria-labelledby" | "role"> {
  /** What is chosen; the name of the group. */
  label: string;
  options: readonly ToggleOption[];
  size?: ButtonProps["size"];
}

interface One {
  multiple?: false | undefined;
  /** Something is always chosen: a chosen button cannot be let go, only exchanged. */
  required?: boolean | undefined;
  /** Controlled: the value of the pressed button, or `""`. */
  value?: string | undefined;
  /** `""`, none, unless given. */
  defaultValue?: string | undefined;
  /** Asked to choose (controlled), or did (uncontrolled); `""` for none. */
  onValueChange?: ((value: string) => void) | undefined;
}

interface Several {
  /** Any number of buttons can be pressed. */
  multiple: true;
  required?: undefined;
  /** Controlled: the values of the pressed buttons. */
  value?: readonly string[] | undefined;
  defaultValue?: readonly string[] | undefined;
  /** Asked to press or let go (controlled), or did (uncontrolled); the values in the order of `options`. */
  onValueChange?: ((value: string[]) => void) | undefined;
}

export type ToggleGroupProps = ToggleGroupOptions & (One | Several);

/**
 * Joined buttons that stay pressed: one or none, with `required` always one, with `multiple` any number.
 *
 * One Tab stop: arrow keys, Home and End move within it. Its buttons are `aria-pressed`, since each can be let go again,
 * which a radio cannot. With `required` they cannot either: that is a `radiogroup`, and arrow keys choose at once (in a
 * Toolbar they only move). For a value that a form sends, see RadioGroup and CheckboxGroup. `ref`, `className`, `style` and unknown props
 * reach the outer element.
 *
 * @example
 * ```tsx no-run
 * <ToggleGroup label="View" required defaultValue="map" options={[{ value: "map", label: "Map" }, { value: "list", label: "List" }]} />
 * ```
 */
export function ToggleGroup(props: ToggleGroupProps): JSX.Element {
  const { options, size, multiple, required, value, defaultValue, onValueChange, onKeyDown, onBlur, ...rest } = props;
  const inToolbar = useContext(InToolbar);
  const [now, change] = useControlled<string | readonly string[]>(
    value,
    defaultValue ?? (multiple ? [] : ""),
    onValueChange as ((value: string | readonly string[]) => void) | undefined,
  );
  // While the focus is within; from outside, Tab leads to what is pressed.
  const [visited, setVisited] = useState<string>();
  const pressed = (each: string) => (multiple ? now.includes(each) : now === each);
  const stop =
    options.find((option) => option.value === visited) ?? options.find((option) => pressed(option.value)) ?? options[0];
  return (
    <ButtonGroup
      role={required ? "radiogroup" : "group"}
      {...rest}
      onBlur={(event) => {
        onBlur?.(event);
        if (!event.currentTarget.contains(event.relatedTarget)) setVisited(undefined);
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        const step = stepOf(event);
        if (event.defaultPrevented || !step) return;
        event.preventDefault();
        const buttons = [...event.currentTarget.children] as HTMLElement[];
        const next = buttons[indexAfter(buttons.indexOf(event.target as HTMLElement), step, buttons.length)]!;
        next.focus();
        if (required && !inToolbar) next.click();
      }}
    >
      {options.map(({ value: each, label, icon, disabled }) => {
        const on = pressed(each);
        return (
          <Button
            key={each}
            {...(required ? { role: "radio", "aria-checked": on } : { "aria-pressed": on })}
            {...(icon ? { "aria-label": label as string, "data-icon": "" } : undefined)}
            aria-disabled={disabled}
            variant={on ? undefined : "outline"}
            size={size}
            tabIndex={inToolbar || each === stop!.value ? undefined : -1}
            onFocus={() => setVisited(each)}
            onClick={({ currentTarget }) => {
              // Safari does not focus a pressed button.
              currentTarget.focus();
              if (disabled || (required && on)) return;
              if (multiple)
                change(options.map((option) => option.value).filter((other) => pressed(other) !== (other === each)));
              else change(on ? "" : each);
            }}
          >
            {icon ?? label}
          </Button>
        );
      })}
    </ButtonGroup>
  );
}
