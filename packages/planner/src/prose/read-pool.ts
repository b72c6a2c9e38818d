import { credits, type Rule } from "../rule.ts";
import { readList } from "./read-list.ts";
import { isCourseNext, peek, type Reading } from "./reading.ts";

/** Subjects with a level behind "6 credits of": "300-level ART or DES", "ART courses at the 300 level or above". */
const subjectsAndLevel =
  /^ (?:any )?(?:(\d)00[- ](?:level )?)?((?:or (?:above|higher) )?)([A-Z]{2,5}(?:(?:, (?:or |and )?| or | and |\/)[A-Z]{2,5})*)(?: courses?| coursework)?(?:,? (?:at|numbered)(?: the)? (\d)00(?:[- ]level)?)?((?: (?:or|and) (?:above|higher))?)(?=$|[.,;)]| and | or )/;

/** What "6 credits of" is followed by, courses or subjects; undefined when it is neither, with nothing read. */
export function readPool(reading: Reading): Rule | undefined {
  const { tokens, sentence, idOf } = reading;
  const token = tokens[reading.at]!;
  if (token.kind !== "credits") {
    return undefined;
  }
  if (peek(reading, 1) === "quantifier" && isCourseNext(reading, 2)) {
    reading.at++;
  }
  if (isCourseNext(reading, 1)) {
    reading.at++;
    return credits(token.credits, idsOf(readList(reading, 1)));
  }
  const found = subjectsAndLevel.exec(sentence.slice(token.end));
  const [all, before, orAbove, subjects, behind, andAbove] = found ?? [];
  if (!found || (before && behind)) {
    return undefined;
  }
  const end = token.end + all!.length;
  while (tokens[reading.at] && tokens[reading.at]!.begin < end) {
    reading.at++;
  }
  const level = before ?? behind;
  const numbers = level === undefined ? ["*"] : levels(Number(level), Boolean(orAbove || andAbove));
  return credits(
    token.credits,
    subjects!.match(/[A-Z]{2,5}/g)!.flatMap((subject) => numbers.map((number) => idOf(subject, number))),
  );
}

function levels(first: number, orAbove: boolean): string[] {
  const last = orAbove ? 9 : first;
  return Array.from({ length: last - first + 1 }, (_, step) => `${first + step}xx`);
}

function idsOf(rule: Rule): string[] {
  return rule.kind === "course" || rule.kind === "concurrent"
    ? [rule.id]
    : "rules" in rule
      ? rule.rules.flatMap(idsOf)
      : [];
}
