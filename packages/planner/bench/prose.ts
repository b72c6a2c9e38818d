import { readFileSync } from "node:fs";
import { type Course, credits, type Rule } from "@groundwork/planner";
import { parseRequirement } from "@groundwork/planner/prose";
import { seeded } from "./catalogues.ts";

interface Entry {
  readonly id: string;
  readonly dept: string;
  readonly credits: string;
  readonly prereqText: string | null;
  readonly coreqText: string | null;
}

/**
 * Reads a calendar (JSON: `id`, `credits`, `prereqText`, `coreqText` of each course), says how much of it was understood,
 * and with a seed prints 100 texts beside what was read, to be checked by eye. Returns the courses.
 */
export function benchProse(path: string, sample: number | undefined): Course[] {
  const entries: Entry[] = JSON.parse(readFileSync(path, "utf8"));
  const texts = entries.filter(({ prereqText }) => prereqText);
  const noted = new Map<string, number>();
  const alone = new Map<string, number>();
  let unread = 0;
  const begin = performance.now();
  const answers = texts.map(({ prereqText }) => parseRequirement(prereqText!));
  const ms = performance.now() - begin;
  for (const answer of answers) {
    unread += answer.unread.length > 0 ? 1 : 0;
    const found = new Set(notesOf(answer.requires).map((text) => kindOf(text, answer.unread)));
    for (const kind of found) noted.set(kind, (noted.get(kind) ?? 0) + 1);
    const only = found.size === 0 ? "none" : found.size === 1 ? [...found][0]! : "several";
    alone.set(only, (alone.get(only) ?? 0) + 1);
  }
  const standing = (year: number) => credits(30 * (year - 1), ["*"]);
  const told = texts.filter(
    ({ prereqText }) => notesOf(parseRequirement(prereqText!, { standing }).requires).length === 0,
  );
  const share = (count: number) => `${((100 * count) / texts.length).toFixed(1)} %`;
  const table = (counts: Map<string, number>) =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, count]) => `    ${share(count).padStart(6)}  ${String(count).padStart(5)}  ${kind}`)
      .join("\n");
  console.log(
    `prose: ${texts.length} texts in ${ms.toFixed(0)} ms; ${share(texts.length - unread)} have every course in its place`,
  );
  console.log(`  without a note when years of standing are given as credits: ${share(told.length)}`);
  console.log(`  notes in a text, by what they are about:\n${table(alone)}`);
  console.log(`  texts with a note of a kind, whatever else is in them:\n${table(noted)}`);
  if (sample !== undefined) {
    const random = seeded(sample);
    for (let i = 0; i < 100; i++) {
      const j = i + Math.floor(random() * (texts.length - i));
      [texts[i], texts[j]] = [texts[j]!, texts[i]!];
      const { requires, recommends, excludes, unread } = parseRequirement(texts[i]!.prereqText!);
      console.log(`\n${i + 1}. ${texts[i]!.id}: ${texts[i]!.prereqText}\n   ${show(requires)}`);
      if (recommends) console.log(`   recommended: ${show(recommends)}`);
      if (excludes.length > 0) console.log(`   excludes: ${excludes.join(", ")}`);
      if (unread.length > 0) console.log(`   unread: ${unread.join(" · ")}`);
    }
  }
  const id = (subject: string, number: string) => `${subject}${number}`;
  return entries.map((entry) => {
    const prerequisite = parseRequirement(entry.prereqText ?? "", { id });
    const corequisite = parseRequirement(entry.coreqText ?? "", { id, concurrent: true });
    const rules = [prerequisite.requires, corequisite.requires];
    return { id: entry.id, credits: Number.parseFloat(entry.credits), requires: { kind: "all", rules } };
  });
}

function notesOf(rule: Rule): string[] {
  return rule.kind === "note" ? [rule.text] : "rules" in rule ? rule.rules.flatMap(notesOf) : [];
}

/** What a note is about, by the first of these words in it; a sentence with courses that was left whole is "unread". */
function kindOf(text: string, unread: readonly string[]): string {
  if (unread.includes(text)) return "unread sentence with courses";
  for (const [kind, words] of kinds) if (words.test(text)) return kind;
  return "other";
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ["grade", /score|grade|average|\bmark\b|GPA|\d ?%/i],
  ["standing", /standing|year|class \d/i],
  ["permission", /permission|approval|consent|placement|admission|admitted|accept|consult|waived|agreement|indicated/i],
  [
    "programme",
    /restricted|open (?:only )?to|limited|enrol|regist|student|program|major|honours|speciali[sz]ation|faculty|concentration|practicum|co-op|degree/i,
  ],
  ["equivalent", /equivalent|transfer/i],
  [
    "coursework in words",
    /course|credits?|background|famil|knowledge|proficiency|ability|experience|training|language|high school|algebra/i,
  ],
];

function show(rule: Rule): string {
  switch (rule.kind) {
    case "course":
      return rule.id;
    case "concurrent":
      return `~${rule.id}`;
    case "note":
      return `«${rule.text}»`;
    case "credits":
      return `${rule.credits} credits of {${rule.pool.join(" ")}}`;
    case "all":
      return `(${rule.rules.map(show).join(" & ")})`;
    case "any":
      return `[${rule.rules.map(show).join(" | ")}]`;
    case "atLeast":
      return `${rule.count} of [${rule.rules.map(show).join(" | ")}]`;
  }
}
