"use client";
import "./Dialog.css";
import {
  type ComponentProps,
  type JSX,
  type ReactNode,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
} from "react";
import { classNames } from "../class-names.ts";
import { IconButton } from "../IconButton/IconButton.tsx";
import { requestClose } from "./request-close.ts";
import { wrapTab } from "./wrap-tab.ts";

export interface DialogOptions extends Omit<ComponentProps<"dialog">, "open" | "title" | "onToggle"> {
  /** The heading; the accessible name. */
  title: ReactNode;
  /** Controlled: shows only what it is told. */
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  /** Asked to open or close (controlled), or did (uncontrolled). */
  onToggle?: ((open: boolean) => void) | undefined;
  /** Buttons below the content. */
  actions?: ReactNode;
  /** `false` leaves the page, and what others put over it, in use. */
  modal?: boolean | undefined;
  /** Tab wraps from the last stop to the first; by default it goes on to the browser's own controls, as natively. */
  trapTab?: boolean | undefined;
}

/** What Dialog, AlertDialog and Drawer share. */
export function DialogFrame({
  id,
  title,
  open,
  defaultOpen,
  onToggle,
  actions,
  modal = true,
  trapTab,
  closeLabel,
  closedby,
  className,
  children,
  ref,
  onCancel,
  onClose,
  onClick,
  onKeyDown,
  ...props
}: DialogOptions & { closeLabel?: string }): JSX.Element {
  const auto = useId();
  const own = id ?? auto;
  const element = useRef<HTMLDialogElement>(null);
  const [, again] = useReducer((count: number) => count + 1, 0);
  useImperativeHandle(ref, () => element.current!);

  const sync = (next: boolean) => {
    const dialog = element.current!;
    if (dialog.open === next) return;
    if (!next) return dialog.close();
    // Without a scrollbar now, none is kept free.
    const { documentElement, defaultView } = dialog.ownerDocument;
    dialog.toggleAttribute("data-fits", defaultView!.innerWidth === documentElement.clientWidth);
    if (modal) dialog.showModal();
    else dialog.show();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
  };

  // After every render: the browser may have closed what is still told to be open.
  useLayoutEffect(() => {
    if (open !== undefined) sync(open);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened by default once, when it is mounted.
  useLayoutEffect(() => {
    const dialog = element.current!;
    if (defaultOpen && open === undefined) sync(true);
    // Gives focus back before the element goes.
    return () => dialog.close();
  }, []);
  useEffect(() => {
    const root = element.current!.getRootNode();
    const press = (event: Event) => {
      const opener = (event.target as Element).closest<HTMLElement>("[commandfor]");
      if (opener?.getAttribute("commandfor") !== own || event.defaultPrevented) return;
      // In place of the browser's own command, which some lack and none reports in time to refuse.
      event.preventDefault();
      // Safari does not focus a pressed button; focus must come back to it.
      opener.focus();
      if (open === undefined) sync(true);
      onToggle?.(true);
    };
    root.addEventListener("click", press);
    return () => root.removeEventListener("click", press);
  });

  return (
    <dialog
      aria-labelledby={`${own}t`}
      // Opened before hydration, it has an attribute that the server did not send.
      suppressHydrationWarning
      {...props}
      ref={element}
      id={own}
      className={classNames("gw-dialog", className)}
      closedby={closedby}
      onCancel={(event) => {
        onCancel?.(event);
        // A file input's `cancel` bubbles.
        if (event.target !== element.current || event.defaultPrevented || open === undefined) return;
        event.preventDefault();
        onToggle?.(false);
      }}
      onClose={(event) => {
        onClose?.(event);
        if (event.target !== element.current || element.current.open || open === false) return;
        onToggle?.(false);
        again();
      }}
      onClick={(event) => {
        onClick?.(event);
        const { target, currentTarget } = event;
        // Where `closedby` is not known; a click on the dialog itself is one on its backdrop.
        if (closedby === "any" && target === currentTarget && !("closedBy" in currentTarget))
          requestClose(target as Element);
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        const { key, currentTarget } = event;
        if (event.defaultPrevented || (event.target as Element).closest("dialog") !== currentTarget) return;
        if (trapTab && key === "Tab") wrapTab(currentTarget, event);
        if (!modal && key === "Escape" && closedby !== "none") {
          event.preventDefault();
          requestClose(currentTarget);
        }
      }}
    >
      <h2 id={`${own}t`}>{title}</h2>
      <div id={`${own}b`}>{children}</div>
      {actions && <footer>{actions}</footer>}
      {closeLabel && (
        <IconButton
          label={closeLabel}
          variant="plain"
          size="small"
          data-close=""
          onClick={(event) => requestClose(event.currentTarget)}
        />
      )}
    </dialog>
  );
}
