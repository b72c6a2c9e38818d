import { foldText } from "./fold-text.ts";

/** What has been typed lately, and when, in ms. */
export interface Typed {
  text: string;
  at: number;
}

/**
 * The index of the name that what is typed leads to from `current` (-1: from outside), whatever the case and accents; -1
 * for none. Letters within half a second make one word; the same letter again leads to the next name.
 */
export function typeAhead(
  typed: Typed,
  { key, timeStamp }: { key: string; timeStamp: number },
  names: readonly string[],
  current: number,
): number {
  const letter = foldText(key);
  const find = (from: number) => {
    const begins = names.map((name) => foldText(name.trim()).startsWith(typed.text));
    const after = begins.indexOf(true, from);
    return after < 0 ? begins.indexOf(true) : after;
  };
  typed.text = timeStamp - typed.at < 500 ? typed.text + letter : letter;
  typed.at = timeStamp;
  const found = typed.text === letter ? -1 : find(Math.max(current, 0));
  if (found >= 0) return found;
  // The same letter again, or a new word.
  typed.text = letter;
  return find(current + 1);
}
