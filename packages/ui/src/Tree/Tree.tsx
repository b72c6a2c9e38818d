"use client";
import "../Listbox/OptionList.css";
import "./Tree.css";
import {
  type ComponentProps,
  type JSX,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { classNames } from "../class-names.ts";
import { useChoice } from "../Listbox/use-choice.ts";
import type { MultipleChoice, SingleChoice } from "../Listbox/use-held.tsx";
import { stepOf } from "../roving-focus.ts";
import { keepTabStop } from "../Toolbar/keep-tab-stop.ts";
import { typeAhead } from "../type-ahead.ts";
import { useControlled } from "../use-controlled.ts";
import { useWarning } from "../use-warning.ts";

export interface TreeItem {
  /** Its key, and what `value` and `expanded` name; not empty, and no other item's. */
  value: string;
  /** Its words: what is typed to find it, and what shows. */
  label: string;
  /** Shows in place of `label`; its name is then the text in it. */
  content?: ReactNode;
  /** Makes it a link; it is then not chosen, and current where `value` names it. */
  href?: string | undefined;
  /** Keys still reach it, and open it; it cannot be chosen. */
  disabled?: boolean | undefined;
  /** Its items are on their way. */
  busy?: boolean | undefined;
  /** With this, even if empty, it can be opened. */
  children?: readonly TreeItem[] | undefined;
}

interface TreeOptions extends Omit<ComponentProps<"ul">, "children" | "defaultValue" | "aria-label" | "role"> {
  items: readonly TreeItem[];
  /** Controlled: the values of the items that are open. */
  expanded?: readonly string[] | undefined;
  defaultExpanded?: readonly string[] | undefined;
  /** Asked to open or close (controlled), or did (uncontrolled); for items that are fetched when opened. */
  onExpandedChange?: ((expanded: string[]) => void) | undefined;
}

/** Trees have a name: `label`, or `aria-labelledby` with the `id` of a heading. */
export type TreeProps = TreeOptions &
  (SingleChoice | MultipleChoice) &
  ({ label: string } | { label?: undefined; "aria-labelledby": string });

/** An item as it shows: with the index of the one that it stands in, or -1. */
interface Row extends TreeItem {
  parent: number;
  open: boolean;
}

/**
 * Items within items, to choose one or with `multiple` several from, or to go to (`href`).
 *
 * One Tab stop. Up and down move, the arrow that points inwards opens or goes in, the other closes or goes out, `*` opens
 * all beside it, letters find. Enter, Space and a press choose; its mark and a double press open. Of several, Space
 * chooses and lets go, Shift extends, Control+A takes all that show. `ref`, `className`, `style` and unknown props reach the outer element.
 *
 * @example
 * ```tsx no-run
 * <Tree label="Files" items={[{ value: "src", label: "src", children: [{ value: "src/index.ts", label: "index.ts" }] }]} />
 * ```
 */
export function Tree(props: TreeProps): JSX.Element {
  const {
    label,
    items,
    expanded,
    defaultExpanded = [],
    onExpandedChange,
    multiple,
    value,
    defaultValue,
    onValueChange,
    ref,
    className,
    onFocus,
    onBlur,
    onKeyDown,
    onClick,
    onDoubleClick,
    ...rest
  } = props;
  const id = useId();
  const own = useRef<HTMLUListElement>(null);
  const typed = useRef({ text: "", at: 0 });
  useImperativeHandle(ref, () => own.current!);
  const [opened, setOpened] = useControlled(expanded, defaultExpanded, (next) => onExpandedChange?.([...next]));
  const [now, change] = useControlled<string | readonly string[]>(
    value,
    defaultValue ?? "",
    onValueChange as ((value: string | readonly string[]) => void) | undefined,
  );
  const values = ([] as string[]).concat(now || []);
  const open = new Set(opened);
  const chosen = new Set(values);
  const rows: Row[] = [];

  // The item that has the focus, after those that show above it.
  const upTo = useRef<HTMLElement[]>([]);
  useEffect(() => keepTabStop(own.current!, () => elementsOf(own.current!)), []);
  useLayoutEffect(() => {
    const above = upTo.current;
    if (above.at(-1)?.isConnected !== false) return;
    // Closed from elsewhere, or gone; the nearest above that still shows is what closed around it.
    const left = above.filter((each) => each.isConnected);
    (left.at(-1) ?? elementsOf(own.current!)[0])?.focus();
  });
  const choice = useChoice(
    // Links are gone to, not chosen.
    rowsOf(items),
    values,
    multiple,
    (next) => change(multiple ? next : next[0]!),
  );

  function rowsOf(all: readonly TreeItem[], parent = -1): Row[] {
    for (const item of all) {
      const row = { ...item, parent, disabled: item.disabled || item.href !== undefined, open: open.has(item.value) };
      const index = rows.push(row) - 1;
      if (row.open) rowsOf(item.children ?? [], index);
    }
    return rows;
  }
  const [stop] = useState(() => (rows.find((row) => chosen.has(row.value)) ?? rows[0])?.value);

  if (process.env.NODE_ENV !== "production") {
    const twice = twiceIn(items);
    // biome-ignore lint/correctness/useHookAtTopLevel: always or never.
    useWarning(
      twice !== undefined && `Tree: two items have the value ${JSON.stringify(twice)}; give each a value of its own.`,
    );
  }

  const toggle = (wanted: readonly Row[], to: boolean) => {
    const next = new Set(opened);
    for (const row of wanted) if (row.children) to ? next.add(row.value) : next.delete(row.value);
    if (next.size !== open.size) setOpened([...next]);
  };
  // Not of controls within an item, which keep their keys and presses.
  const indexOf = ({ target, currentTarget }: SyntheticEvent<Element>) =>
    elementsOf(currentTarget).indexOf(
      (target as Element).closest<HTMLElement>("a,button,input,select,textarea,[tabindex]")!,
    );

  const render = (all: readonly TreeItem[], path: string, level: number): JSX.Element[] =>
    all.map((item, index) => {
      const { children } = item;
      const link = item.href !== undefined;
      const Row = link ? "a" : "div";
      const inner = `${path}-${index}`;
      const shown = children && open.has(item.value);
      const on = chosen.has(item.value);
      return (
        <li key={item.value} role="none">
          <Row
            role="treeitem"
            className="gw-option"
            tabIndex={item.value === stop ? 0 : -1}
            href={item.disabled ? undefined : item.href}
            aria-level={level}
            aria-expanded={children && !!shown}
            aria-owns={shown && children.length ? inner : undefined}
            aria-selected={link ? undefined : on}
            aria-current={link && on ? "page" : undefined}
            aria-disabled={item.disabled}
            aria-busy={item.busy}
          >
            {children && <i aria-hidden="true" />}
            {item.content ?? item.label}
          </Row>
          {shown && !!children.length && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
            <ul id={inner} role="group">
              {render(children, inner, level + 1)}
            </ul>
          )}
        </li>
      );
    });

  return (
    <ul
      aria-label={label}
      {...rest}
      ref={own}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the Authoring Practices do.
      role="tree"
      className={classNames("gw-tree", className)}
      aria-multiselectable={multiple}
      onFocus={(event) => {
        onFocus?.(event);
        upTo.current = elementsOf(event.currentTarget).slice(0, indexOf(event) + 1);
      }}
      onBlur={(event) => {
        onBlur?.(event);
        upTo.current = [];
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
        const elements = elementsOf(event.currentTarget);
        const index = indexOf(event);
        const row = rows[index];
        if (!row || event.defaultPrevented || altKey) return;
        const across = key === "ArrowLeft" || key === "ArrowRight" ? stepOf(event) : 0;
        const step = stepOf(event, "vertical");
        let next = -1;
        if (step) {
          next = Math.min(Math.max(index + step, 0), rows.length - 1);
          if (multiple && shiftKey && Math.abs(step) === 1 && next !== index) choice.take(next, false);
        } else if (across > 0) {
          if (row.open) next = rows[index + 1]?.parent === index ? index + 1 : -1;
          else toggle([row], true);
        } else if (across < 0) {
          if (row.open && row.children) toggle([row], false);
          else next = row.parent;
        } else if (key === "*")
          toggle(
            rows.filter(({ parent }) => parent === row.parent),
            true,
          );
        else if (key === "Enter" || (key === " " && !multiple)) {
          // The browser's own, with its own new tab.
          if (key === "Enter" && row.href !== undefined) return;
          elements[index]!.click();
        } else if (key.length === 1 && key !== " " && !ctrlKey && !metaKey) {
          const labels = rows.map((each) => each.label);
          next = typeAhead(typed.current, event, labels, index);
        } else {
          next = choice.press(event, index);
          if (next < 0) return;
        }
        event.preventDefault();
        elements[next]?.focus();
      }}
      onClick={(event) => {
        onClick?.(event);
        const index = indexOf(event);
        const row = rows[index];
        if (!row || event.defaultPrevented) return;
        // Safari does not focus a pressed link.
        elementsOf(event.currentTarget)[index]!.focus();
        if (markOf(event)) {
          event.preventDefault();
          toggle([row], !row.open);
        } else if (row.href === undefined && (multiple || !row.disabled)) choice.take(index, event.shiftKey);
      }}
      onDoubleClick={(event) => {
        onDoubleClick?.(event);
        const row = rows[indexOf(event)];
        if (row && !markOf(event)) toggle([row], !row.open);
      }}
    >
      {render(items, id, 1)}
    </ul>
  );
}

const ITEM = '[role="treeitem"]';

function elementsOf(tree: Element): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>(ITEM)];
}

/** The mark that opens and closes, if the event came from it. */
function markOf({ target }: SyntheticEvent): Element | null {
  return (target as Element).closest(`${ITEM} > i`);
}

/** The first value that two items have, at whatever depth. */
function twiceIn(items: readonly TreeItem[]): string | undefined {
  const seen = new Set<string>();
  const all = [...items];
  for (const { value, children = [] } of all) {
    if (seen.has(value)) return value;
    seen.add(value);
    for (const each of children) all.push(each);
  }
  return undefined;
}
