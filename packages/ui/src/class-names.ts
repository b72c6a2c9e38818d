// Every component comes through here, so tokens come with the first one and with no other import.
import "./tokens.css";

/** The component's own class, then the caller's. */
export function classNames(own: string, more: string | undefined): string {
  return more ? `${own} ${more}` : own;
}
