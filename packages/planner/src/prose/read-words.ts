import { note, type Rule } from "../rule.ts";
import { readStanding } from "./read-standing.ts";
import { peek, type Reading, textSince, Unreadable } from "./reading.ts";

/** Free words, as one note: up to where a course, or the like, follows a comma, "and" or "or". */
export function readWords(reading: Reading): Rule {
  const { tokens } = reading;
  const first = reading.at;
  let depth = 0;
  for (; reading.at < tokens.length; reading.at++) {
    const kind = peek(reading);
    const more = kind === "comma" && (peek(reading, 1) === "and" || peek(reading, 1) === "or") ? 2 : 1;
    if (depth === 0 && (kind === "semicolon" || kind === "close" || (kind === "letter" && reading.at > first))) {
      break;
    }
    if (depth === 0 && (kind === "comma" || kind === "and" || kind === "or") && leadsToCourse(reading, more)) {
      break;
    }
    if (kind === "course" || kind === "named" || kind === "corequisite" || kind === "concurrently") {
      throw new Unreadable();
    }
    depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
  }
  // "One of" that breaks off before a course was a list with something strange in it.
  if (reading.at === first || depth !== 0 || (tokens[first]!.kind === "quantifier" && peek(reading) === "comma")) {
    throw new Unreadable();
  }
  const text = textSince(reading, tokens[first]!.begin);
  // "ART 1**" is many courses, and which of them is not for us to say.
  if (/(?<![A-Z])[A-Z]{2,5} ?\d+\*/.test(text)) {
    throw new Unreadable();
  }
  return (reading.standing && readStanding(text, reading.standing)) ?? note(text);
}

/** Whether a course, or what leads to one, begins so many tokens from here. */
function leadsToCourse(reading: Reading, offset: number): boolean {
  const kind = peek(reading, offset);
  if (kind === "quantifier" || kind === "grade" || kind === "corequisite" || kind === "open" || kind === "letter") {
    const next = peek(reading, offset + 1);
    return kind === "letter" || (next !== "word" && next !== undefined && leadsToCourse(reading, offset + 1));
  }
  return kind === "course" || kind === "named" || kind === "credits";
}
