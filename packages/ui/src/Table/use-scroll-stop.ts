import { type RefObject, useEffect } from "react";

/** A Tab stop only while its content overflows, so that the keyboard can scroll it. It starts as one. */
export function useScrollStop(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current!;
    const { ResizeObserver } = element.ownerDocument.defaultView!;
    const observer = new ResizeObserver(() => {
      const fits = element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight;
      element.tabIndex = fits ? -1 : 0;
    });
    observer.observe(element);
    observer.observe(element.firstElementChild!);
    return () => observer.disconnect();
  }, [scroller]);
}
