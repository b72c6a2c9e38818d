import { all, type Rule } from "../rule.ts";
import { several } from "./join-items.ts";
import { peek, type Reading, Unreadable } from "./reading.ts";

type Read = (reading: Reading) => Rule;

/** "(a) … or (b) …": alternatives, or with no "or" between them parts; with a count, so many of them. */
export function readLettered(reading: Reading, count: number | "all" | undefined, chain: Read): Rule {
  const { tokens } = reading;
  const alternatives: Rule[] = [];
  const words = new Set<string>();
  let previous = "";
  for (;;) {
    const token = tokens[reading.at];
    if (token?.kind !== "letter" || !follows(previous, token.letter)) {
      throw new Unreadable();
    }
    previous = token.letter;
    reading.at++;
    alternatives.push(chain(reading));
    let length = 0;
    while (["comma", "semicolon", "and", "or"].includes(peek(reading, length) ?? "")) {
      length++;
    }
    const next = tokens[reading.at + length];
    if (next?.kind !== "letter" || !follows(previous, next.letter)) {
      break;
    }
    for (let i = 0; i < length; i++) {
      words.add(peek(reading, i)!);
    }
    reading.at += length;
  }
  if (alternatives.length < 2) {
    throw new Unreadable();
  }
  return several(count ?? (words.has("or") ? 1 : "all"), alternatives);
}

/** What stands behind "either". */
export function readEither(reading: Reading, item: Read): Rule {
  const alternatives: Rule[] = [];
  let long = false;
  do {
    reading.at += alternatives.length > 0 ? 1 : 0;
    const parts = [item(reading)];
    while (peek(reading) === "and" && peek(reading, 1) !== "letter" && (alternatives.length === 0 || long)) {
      reading.at++;
      long = true;
      parts.push(item(reading));
    }
    alternatives.push(several("all", parts));
    reading.at += peek(reading) === "comma" && peek(reading, 1) === "or" ? 1 : 0;
  } while (peek(reading) === "or" && peek(reading, 1) !== "letter");
  if (alternatives.length < 2 && alternatives[0]!.kind === "course") {
    throw new Unreadable();
  }
  return several(1, alternatives);
}

/** What stands behind "both". */
export function readBoth(reading: Reading, item: Read): Rule {
  const first = item(reading);
  if (peek(reading) !== "and") {
    throw new Unreadable();
  }
  reading.at++;
  return all(first, item(reading));
}

/** Whether a letter (or small Roman number) comes next after another, or begins. */
function follows(previous: string, letter: string): boolean {
  for (const order of ["abcdefgh".split(""), ["i", "ii", "iii", "iv", "v"]]) {
    if (
      order.indexOf(letter) >= 0 &&
      order.indexOf(letter) === order.indexOf(previous) + 1 &&
      (previous === "" || order.includes(previous))
    ) {
      return true;
    }
  }
  return false;
}
