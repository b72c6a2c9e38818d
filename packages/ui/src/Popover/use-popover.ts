import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useReducer, useRef } from "react";

export interface PopoverState {
  /** Controlled: shows only what it is told. */
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  /** Asked to open or close (controlled), or did (uncontrolled). */
  onToggle?: ((open: boolean) => void) | undefined;
}

interface Toggle {
  target: EventTarget;
  currentTarget: EventTarget;
  newState: string;
  preventDefault(): void;
}

/** Keeps an element with `popover` and the props `open`, `defaultOpen` in step; the props returned go on the element. */
export function usePopover(
  { open, defaultOpen, onToggle }: PopoverState,
  ref: Ref<HTMLDivElement> | undefined,
): { ref: RefObject<HTMLDivElement | null>; onBeforeToggle(event: Toggle): void; onToggle(event: Toggle): void } {
  const own = useRef<HTMLDivElement>(null);
  const [, again] = useReducer((count: number) => count + 1, 0);
  const told = useRef(false);
  const asking = useRef(false);
  useImperativeHandle(ref, () => own.current!);
  const sync = (next: boolean) => {
    const popover = own.current!;
    if (popover.matches(":popover-open") === next) return;
    told.current = true;
    if (next) {
      const root = popover.getRootNode() as Document;
      const source = root.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(popover.id)}"]`);
      try {
        popover.showPopover(source ? { source } : undefined);
      } catch (error) {
        // A caller who follows at once tells it to open while the browser still waits for the answer to its own attempt.
        if (!asking.current) throw error;
        setTimeout(again);
      }
    } else popover.hidePopover();
    asking.current = false;
    told.current = false;
  };
  // After every render: the browser may have closed what is still told to be open.
  useLayoutEffect(() => {
    if (open !== undefined) sync(open);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened by default once, when it is mounted.
  useLayoutEffect(() => {
    if (defaultOpen && open === undefined) sync(true);
  }, []);
  return {
    ref: own,
    onBeforeToggle(event) {
      if (told.current || event.target !== own.current || open !== false || event.newState !== "open") return;
      event.preventDefault();
      asking.current = true;
      onToggle?.(true);
    },
    onToggle({ target, newState }) {
      const now = newState === "open";
      if (target !== own.current || now === open) return;
      onToggle?.(now);
      again();
    },
  };
}
