import { type Rule, type RuleLike, toRule } from "../rule.ts";

/** What a year of study asks for, in rules; undefined where that cannot be said. */
export type Standing = (year: number) => RuleLike | undefined;

const year = "(first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th))";
const orHigher = "(?:,? (?:or|and) (?:higher|above|greater),?)?";
/** Whole notes only: with a faculty or a programme behind it, standing is more than a year. */
const pattern = new RegExp(
  `^(?:(?:restricted|open) to (?:all )?students with )?(?:at least |minimum )?(?:${year}(?:-? or ${year})?[- ]year${orHigher}(?: class)? standing|class standing ([1-5]))${orHigher}(?: in any (?:faculty|degree program))?(?: required)?$`,
  "i",
);
const ordinals = ["first", "second", "third", "fourth", "fifth"];

/** The rule for a note that says nothing but a year of standing, the lower one of two. */
export function readStanding(text: string, standing: Standing): Rule | undefined {
  const [, word, , digit] = pattern.exec(text) ?? [];
  const found = digit ?? word;
  if (found === undefined) {
    return undefined;
  }
  const rule = standing(Number.parseInt(found, 10) || ordinals.indexOf(found.toLowerCase()) + 1);
  return rule === undefined ? undefined : toRule(rule);
}
