"use client";
import "./Toolbar.css";
import { type ComponentProps, type JSX, useEffect, useImperativeHandle, useRef } from "react";
import { classNames } from "../class-names.ts";
import { indexAfter, stepOf } from "../roving-focus.ts";
import { InToolbar } from "./in-toolbar.ts";
import { keepTabStop } from "./keep-tab-stop.ts";
import { keepsKey } from "./keeps-key.ts";
import { toolbarControls } from "./toolbar-controls.ts";

interface ToolbarOptions extends Omit<ComponentProps<"div">, "aria-label" | "aria-labelledby" | "role"> {
  /** Up and down move in place of left and right. */
  orientation?: "vertical" | undefined;
}

/** Toolbars have a name: `label`, or `aria-labelledby` with the `id` of a heading. */
export type ToolbarProps = ToolbarOptions & ({ label: string } | { label?: undefined; "aria-labelledby": string });

/**
 * Controls with one Tab stop: buttons, links, fields, menus, ToggleGroups, at any depth. Arrow keys move among them, around
 * the ends, Home and End to the ends; Tab comes back to the last one. A `disabled` control is passed over, one that is
 * `aria-disabled` is reached.
 *
 * In a ToggleGroup within, the other pair of arrows moves, and none chooses. A text keeps the keys of its caret until that
 * is at the end of the text. A slider keeps all arrows, and where the toolbar is vertical a select, combobox or number
 * keeps up and down: have at most one of those, as the last. `ref`, `className`, `style` and unknown props reach the outer element.
 *
 * @example
 * ```tsx no-run
 * <Toolbar label="Text">
 *   <ToggleGroup label="Style" multiple options={[{ value: "bold", label: "Bold" }]} />
 *   <Button variant="plain">Undo</Button>
 * </Toolbar>
 * ```
 */
export function Toolbar(props: ToolbarProps): JSX.Element {
  const { label, orientation, ref, className, ...rest } = props;
  const own = useRef<HTMLDivElement>(null);
  const known = useRef(new Set<HTMLElement>());
  useImperativeHandle(ref, () => own.current!);
  useEffect(() => {
    const toolbar = own.current!;
    const list = () => toolbarControls(toolbar, known.current);
    const move = (event: KeyboardEvent) => {
      const controls = list();
      const target = event.target as HTMLElement;
      const index = controls.indexOf(target);
      const step = stepOf(event, orientation ?? "horizontal");
      if (event.defaultPrevented || index < 0 || !step || keepsKey(target, event, step)) return;
      event.preventDefault();
      controls[indexAfter(index, step, controls.length)]!.focus();
    };
    const end = keepTabStop(toolbar, list);
    // Before the controls: a menu's button would open by the arrow.
    toolbar.addEventListener("keydown", move, true);
    return () => {
      end();
      toolbar.removeEventListener("keydown", move, true);
    };
  }, [orientation]);
  return (
    <InToolbar value={true}>
      <div
        aria-label={label}
        aria-orientation={orientation}
        {...rest}
        ref={own}
        role="toolbar"
        className={classNames("gw-toolbar", className)}
      />
    </InToolbar>
  );
}
