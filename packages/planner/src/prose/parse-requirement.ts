import { all, any, note, type Rule } from "../rule.ts";
import { parseSentence } from "./parse-sentence.ts";
import type { Standing } from "./read-standing.ts";
import type { CourseId, Glossary } from "./reading.ts";
import { relax } from "./relax.ts";
import { sentencesOf } from "./sentences.ts";
import { tokensOf } from "./tokens.ts";

/** How {@link parseRequirement} reads. */
export interface ParseRequirementOptions {
  /** The id of a course; its number may be a pattern such as "3xx" or "*". `${subject} ${number}` when left out. */
  readonly id?: CourseId | undefined;
  /** Whether the whole text lists corequisites, as calendars do in a field of their own. */
  readonly concurrent?: boolean | undefined;
  /**
   * What a year of standing asks for where a calendar says no more than that ("third-year standing or higher"), for
   * example `(year) => credits(30 * (year - 1), ["*"])`. Standing stays a note when left out, when this gives
   * undefined, and where a faculty or a programme is named besides.
   */
  readonly standing?: Standing | undefined;
}

/** What a text says; `requires`, `recommends` and `excludes` fit a course of a catalogue as they are. */
export interface ParsedRequirement {
  readonly requires: Rule;
  readonly recommends: Rule | undefined;
  /** Courses with which there is no credit for both. The text often names the course itself among them; catalogues drop that. */
  readonly excludes: readonly string[];
  /** Sentences that name courses but could not be read; each stands in `requires` as a note. */
  readonly unread: readonly string[];
}

/**
 * The prerequisite prose of a calendar as rules: "CPSC 213 and one of CPSC 221, CPEN 221", "Either (a) … or (b) …",
 * "All of …; and two of …", "6 credits of 300-level VISA", "… is recommended", "Credit will be granted for only one of …".
 *
 * Conditions that are not about courses (permission, a grade, standing without `standing`) become notes. A sentence in which a course
 * would have no certain place becomes one note as a whole and is listed in `unread`, so that nothing is lost and nothing
 * is guessed. Reads English as North American calendars write it, with courses such as "MATH 101" or "MATH101".
 *
 * @example
 * import { parseRequirement } from "@groundwork/planner/prose";
 *
 * const { requires, unread } = parseRequirement("PHYS 201 and one of MATH 215, MATH 255.");
 * requires; // => all("PHYS 201", any("MATH 215", "MATH 255"))
 * unread; // => []
 */
export function parseRequirement(text: string, options: ParseRequirementOptions = {}): ParsedRequirement {
  if (typeof text !== "string") {
    throw new TypeError(`Expected \`text\` to be a string, got ${String(text)}.`);
  }
  const { id = (subject, number) => `${subject} ${number}`, concurrent = false, standing } = options;
  const glossary: Glossary = { idOf: id, standing };
  const recommended: Rule[] = [];
  const excludes = new Set<string>();
  const unread: string[] = [];
  let required: Rule[] = [];
  for (const whole of sentencesOf(text)) {
    for (const sentence of setApartAdvice(whole)) {
      read(sentence);
    }
  }
  return {
    requires: join(required),
    recommends: recommended.length > 0 ? join(recommended) : undefined,
    excludes: [...excludes],
    unread,
  };

  function read(sentence: string): void {
    const exclusion = exclusions.exec(sentence);
    if (exclusion) {
      const tokens = tokensOf(exclusion[1]!);
      if (tokens.every(({ kind }) => kind === "course" || kind === "comma" || kind === "or" || kind === "and")) {
        for (const token of tokens) {
          if (token.kind === "course") {
            excludes.add(id(token.subject, token.number));
          }
        }
        return;
      }
    }
    if (isAdvice(sentence)) {
      recommended.push(advice(sentence));
      return;
    }
    if (/^prerequisite grade requirement:/i.test(sentence)) {
      required.push(note(sentence));
      return;
    }
    const concurrently = /^([A-Z]{2,5}) ?(\d{3,4}[A-Z]?) (?:may|can) be taken concurrently/.exec(sentence);
    if (concurrently && required.length > 0) {
      const course = id(concurrently[1]!, concurrently[2]!);
      required = required.map((rule) => relax(rule, course));
      return;
    }
    const [, word, rest] = labels.exec(sentence)!;
    const label = word?.toLowerCase() ?? "";
    const isTogether = concurrent || /co-?req/.test(label);
    const rule = parseSentence(tidy(rest!), glossary, isTogether) ?? fallback(rest!);
    const isAlternative = label === "or" || /also acceptable$/i.test(sentence);
    required = isAlternative && required.length > 0 ? [any(join(required), rule)] : [...required, rule];
  }

  function fallback(sentence: string): Rule {
    if (mentionsCourse(sentence)) {
      unread.push(sentence);
    }
    return note(sentence);
  }

  function advice(sentence: string): Rule {
    const bare = sentence
      .replace(/,? ?(?:is|are) (?:also |strongly |highly )*(?:recommended|advised)(?: but not required)?/i, "")
      .replace(/(?:strongly |highly )?recommended:? ?/i, "")
      .trim();
    return (mentionsCourse(bare) && parseSentence(tidy(bare), glossary, concurrent)) || note(sentence);
  }
}

const labels =
  /^((?:or|and|plus)(?!\w)|pre-?req(?:uisite)?s? or co-?req(?:uisite)?s?:|co-?req(?:uisite)?s?:|pre-?req(?:uisite)?s?:)?\s*(.*)$/is;
const exclusions =
  /^(?:Credit (?:will|may|can) (?:only )?be (?:granted|given) for only one of|Credit will only be granted for one of|Credit cannot be (?:granted|obtained) for both|Not open to students with credit for|No credit for both) (.*)$/is;

/** Advice in brackets or between semicolons, as sentences of its own. */
function setApartAdvice(sentence: string): string[] {
  if (!isAdvice(sentence)) {
    return [sentence];
  }
  const afterStanding = /^([^,;]*standing[^,;]*), ([^,;]*recommended)$/i.exec(sentence);
  if (afterStanding && !isAdvice(afterStanding[1]!)) {
    return [afterStanding[1]!, afterStanding[2]!];
  }
  const inBrackets = /^(.*?)\s*\(([^()]*recommended[^()]*)\)\s*(.*)$/i.exec(sentence);
  if (inBrackets) {
    return [`${inBrackets[1]} ${inBrackets[3]}`.trim(), inBrackets[2]!];
  }
  const parts = sentence.split(/;\s*/);
  return [parts.filter((part) => !isAdvice(part)).join("; "), ...parts.filter(isAdvice)].filter((part) => part !== "");
}

function isAdvice(sentence: string): boolean {
  return /recommend(?:ed|s)|advised/i.test(sentence) && !/(?<!not )required/i.test(sentence);
}

/** Drops what adds nothing: "… is required". */
function tidy(sentence: string): string {
  return sentence.replace(/ (?:is|are) required$/i, "").trim();
}

function mentionsCourse(sentence: string): boolean {
  return tokensOf(sentence).some(({ kind }) => kind === "course");
}

function join(rules: readonly Rule[]): Rule {
  return rules.length === 1 ? rules[0]! : all(...rules);
}
