import "./Drawer.css";
import type { JSX } from "react";
import { Dialog, type DialogProps } from "../Dialog/Dialog.tsx";

export interface DrawerProps extends DialogProps {
  /** The edge that it stands at; `"end"` unless given. */
  side?: "start" | "end" | "bottom" | undefined;
}

/**
 * A Dialog at an edge of the window; a press outside closes it, unless `closedby` says otherwise.
 *
 * @example
 * ```tsx no-run
 * <Button {...dialogOpener("filters")}>Filters</Button>
 * <Drawer id="filters" title="Filters" closeLabel="Close">…</Drawer>
 * ```
 */
export function Drawer({ side = "end", ...props }: DrawerProps): JSX.Element {
  return <Dialog closedby="any" {...props} data-side={side} />;
}
