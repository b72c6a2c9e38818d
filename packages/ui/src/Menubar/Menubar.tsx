"use client";
import "../Toolbar/Toolbar.css";
import { type ComponentProps, type JSX, useEffect, useImperativeHandle, useRef } from "react";
import { classNames } from "../class-names.ts";
import { Menu, type MenuProps } from "../Menu/Menu.tsx";
import { openMenu } from "../Menu/open-menu.ts";
import { indexAfter, stepOf } from "../roving-focus.ts";
import { keepTabStop } from "../Toolbar/keep-tab-stop.ts";
import { typeAhead } from "../type-ahead.ts";

interface MenubarOptions extends Omit<ComponentProps<"div">, "children" | "aria-label" | "role"> {
  /** What each Menu takes: its `label`, its items as `children`. */
  menus: readonly MenuProps[];
}

/** Menubars have a name: `label`, or `aria-labelledby` with the `id` of a heading. */
export type MenubarProps = MenubarOptions & ({ label: string } | { label?: undefined; "aria-labelledby": string });

/**
 * Menus side by side, as along the top of an application.
 *
 * One Tab stop: left and right move around the ends, also out of an open menu into the next one; Home, End and letters
 * move among the names. Down, Up and Enter open. While one is open, the pointer opens the one that it comes to. The
 * menus open before hydration. `ref`, `className`, `style` and unknown props reach the outer element.
 *
 * @example
 * ```tsx no-run
 * <Menubar label="Document" menus={[{ label: "File", children: <MenuItem onClick={print}>Print</MenuItem> }]} />
 * ```
 */
export function Menubar(props: MenubarProps): JSX.Element {
  const { label, menus, ref, className, onKeyDown, onPointerOver, ...rest } = props;
  const own = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  useImperativeHandle(ref, () => own.current!);
  useEffect(() => keepTabStop(own.current!, () => buttonsOf(own.current!)), []);
  const first = menus.findIndex((menu) => !menu.disabled);
  return (
    <div
      aria-label={label}
      {...rest}
      ref={own}
      role="menubar"
      className={classNames("gw-menubar", className)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        const { key, altKey, ctrlKey, metaKey } = event;
        // Up and Down are the button's; what a menu or a submenu has taken is not ours.
        if (event.defaultPrevented || altKey || ctrlKey || metaKey) return;
        const buttons = buttonsOf(event.currentTarget);
        const names = buttons.map((each) => each.ariaLabel ?? each.textContent);
        const step = stepOf(event, "horizontal");
        const open = openIn(buttons);
        const index = open < 0 ? buttons.indexOf(event.target as HTMLButtonElement) : open;
        let next = -1;
        if (step) next = indexAfter(index, step, buttons.length);
        else if (key.length === 1 && key !== " " && open < 0) next = typeAhead(typed.current, event, names, index);
        if (next < 0) return;
        event.preventDefault();
        if (open < 0) buttons[next]!.focus();
        else openMenu(menuOf(buttons[next]!), 0);
      }}
      onPointerOver={(event) => {
        onPointerOver?.(event);
        const buttons = buttonsOf(event.currentTarget);
        const open = openIn(buttons);
        const over = buttons.findIndex((each) => each.contains(event.target as Node));
        if (event.pointerType !== "touch" && open >= 0 && over >= 0 && over !== open) openMenu(menuOf(buttons[over]!));
      }}
    >
      {menus.map((menu, index) => (
        <Menu
          // biome-ignore lint/suspicious/noArrayIndexKey: menus keep their places.
          key={index}
          variant="plain"
          tone="neutral"
          {...menu}
          role="menuitem"
          tabIndex={index === first ? 0 : -1}
        />
      ))}
    </div>
  );
}

/** The names, without those of disabled menus. */
function buttonsOf(bar: Element): HTMLButtonElement[] {
  return [...bar.querySelectorAll<HTMLButtonElement>(":scope > button:enabled")];
}

function menuOf(button: HTMLButtonElement): HTMLElement {
  return button.popoverTargetElement as HTMLElement;
}

/** The index of the button whose menu is open, or -1. */
function openIn(buttons: readonly HTMLButtonElement[]): number {
  return buttons.findIndex((button) => menuOf(button).matches(":popover-open"));
}
