import { any, concurrent, course, note, type Rule } from "../rule.ts";
import { isCourse, several } from "./join-items.ts";
import { isCourseNext, peek, type Reading, textSince, Unreadable } from "./reading.ts";
import { relax } from "./relax.ts";
import type { PlacedToken } from "./tokens.ts";

/** A course with what stands in brackets behind it: "MATH 180 (or 184)". */
export function readCourse(reading: Reading): Rule {
  const leaf = leafOf(reading, reading.tokens[reading.at++]!);
  if (
    peek(reading) === "open" &&
    peek(reading, 1) === "or" &&
    isCourseNext(reading, 2) &&
    peek(reading, 3) === "close"
  ) {
    reading.at += 4;
    return any(leaf, leafOf(reading, reading.tokens[reading.at - 2]!));
  }
  return leaf;
}

/** What a grade is asked in: an item, or courses with "or" between them; with commas alone it is anybody's guess. */
export function readGraded(reading: Reading, item: (reading: Reading) => Rule): Rule {
  const rules = [item(reading)];
  while (
    isCourse(rules[0]!) &&
    peek(reading) === "or" &&
    (peek(reading, 1) === "course" || isEquivalent(reading, reading.at + 1))
  ) {
    reading.at++;
    rules.push(peek(reading) === "course" ? readCourse(reading) : readEquivalent(reading));
  }
  if (
    isCourse(rules[0]!) &&
    peek(reading) === "comma" &&
    (peek(reading, 1) === "course" || peek(reading, 2) === "course")
  ) {
    throw new Unreadable();
  }
  return several(1, rules);
}

/** The rule with what stands behind it and bears on it: "concurrently", "or equivalent and …". */
export function readSuffix(reading: Reading, rule: Rule): Rule {
  if (peek(reading) === "concurrently") {
    reading.at++;
    return relax(rule);
  }
  // "A or equivalent and …": the equivalent stands for the course alone.
  if (peek(reading) === "or" && isEquivalent(reading, reading.at + 1)) {
    const before = reading.at++;
    const either = any(rule, readEquivalent(reading));
    if (peek(reading) === "and") {
      return either;
    }
    reading.at = before;
  }
  return rule;
}

function isEquivalent({ tokens }: Reading, place: number): boolean {
  const next = tokens[place]?.text === "its" ? place + 1 : place;
  return /^equivalents?$/.test(tokens[next]?.text ?? "") && tokens[next + 1]?.kind !== "word";
}

function readEquivalent(reading: Reading): Rule {
  const { begin, text } = reading.tokens[reading.at]!;
  reading.at += text === "its" ? 2 : 1;
  return note(textSince(reading, begin));
}

function leafOf({ idOf, together }: Reading, token: PlacedToken): Rule {
  const id = token.kind === "course" ? idOf(token.subject, token.number) : token.text;
  return together ? concurrent(id) : course(id);
}
