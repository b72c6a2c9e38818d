"use client";
import "./Avatar.css";
import type { ComponentProps, JSX } from "react";
import { classNames } from "../class-names.ts";

export interface AvatarProps extends Omit<ComponentProps<"span">, "children"> {
  /** Whose it is; the accessible name, and the source of the initials. */
  name: string;
  /** A picture; the initials stay behind it, for while it loads and should it not. */
  src?: string | undefined;
  size?: "small" | "large" | undefined;
}

/**
 * A person's picture, or initials: below the picture while it loads, and in its place when it cannot.
 *
 * @example
 * ```tsx no-run
 * <Avatar name="Ada Lovelace" src="/ada.jpg" />
 * ```
 */
export function Avatar({ name, src, size, className, ...props }: AvatarProps): JSX.Element {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 && words.at(-1)].map((word) => word && [...word][0]);
  return (
    <span role="img" aria-label={name} {...props} className={classNames("gw-avatar", className)} data-size={size}>
      {initials}
      {src && <img key={src} src={src} alt="" ref={hideBroken} onError={(event) => hideBroken(event.currentTarget)} />}
    </span>
  );
}

/** Also for a picture that failed before hydration. */
function hideBroken(image: HTMLImageElement | null): void {
  if (image?.complete && !image.naturalWidth) image.hidden = true;
}
