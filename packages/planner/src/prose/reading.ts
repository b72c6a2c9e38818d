import type { Standing } from "./read-standing.ts";
import type { PlacedToken } from "./tokens.ts";

/** Makes an id of a subject and a number (or a pattern such as `3xx` or `*` in its place). */
export type CourseId = (subject: string, number: string) => string;

/** What a calendar writes, in the terms of a catalogue. */
export interface Glossary {
  readonly idOf: CourseId;
  readonly standing: Standing | undefined;
}

/** A sentence being read, up to the token `at`. */
export interface Reading extends Glossary {
  readonly sentence: string;
  readonly tokens: readonly PlacedToken[];
  at: number;
  /** Whether courses are corequisites here. */
  together: boolean;
}

/** Refuses a sentence that the grammar does not cover. */
export class Unreadable extends Error {}

/** The kind of the next token, or of one behind it. */
export function peek({ tokens, at }: Reading, offset = 0): PlacedToken["kind"] | undefined {
  return tokens[at + offset]?.kind;
}

/** Whether a course comes next, or `offset` tokens later. */
export function isCourseNext(reading: Reading, offset = 0): boolean {
  const kind = peek(reading, offset);
  return kind === "course" || kind === "named";
}

/** The text from the place `begin` up to the last token read. */
export function textSince({ sentence, tokens, at }: Reading, begin: number): string {
  return sentence.slice(begin, tokens[at - 1]!.end);
}
