/** What a press on a region has come to. */
export interface Press {
  /** The menu was opened since the press began. */
  opened: boolean;
}

/**
 * Follows a press on a region: `open` where a finger rests for 600 ms, as not every browser says so, without the click
 * that follows; `again` when the release of the press that opened the menu has closed it. Returns what ends that.
 */
export function followPress(
  region: HTMLElement,
  press: Press,
  open: (x: number, y: number) => void,
  again: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let long = false;
  let from: PointerEvent;
  const ends = new AbortController();
  const { signal } = ends;
  const stop = () => clearTimeout(timer);
  const up = () => {
    stop();
    // The browser closes a popover that opened while the pointer was down.
    if (press.opened) setTimeout(again);
  };
  const down = (event: PointerEvent) => {
    stop();
    long = press.opened = false;
    from = event;
    if (event.pointerType === "touch" && event.isPrimary)
      timer = setTimeout(() => {
        long = true;
        open(event.clientX, event.clientY);
      }, 600);
    region.ownerDocument.addEventListener("pointerup", up, { once: true, capture: true, signal });
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (from && Math.hypot(clientX - from.clientX, clientY - from.clientY) > 10) stop();
  };
  const click = (event: Event) => {
    if (!long) return;
    long = false;
    event.preventDefault();
    event.stopPropagation();
  };
  const on = (type: string, listener: (event: PointerEvent) => void, capture?: boolean) =>
    region.addEventListener(type, listener as EventListener, { signal, capture: !!capture });
  on("pointerdown", down);
  on("pointermove", move);
  on("pointercancel", stop);
  on("contextmenu", stop);
  on("click", click, true);
  return () => {
    stop();
    ends.abort();
  };
}
