import { readFileSync } from "node:fs";
import type { Course, Rule } from "@groundwork/planner";
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
  let unread = 0;
  let noted = 0;
  const begin = performance.now();
  for (const { prereqText } of texts) {
    const answer = parseRequirement(prereqText!);
    unread += answer.unread.length > 0 ? 1 : 0;
    noted += hasNote(answer.requires) ? 1 : 0;
  }
  const ms = performance.now() - begin;
  const share = (count: number) => `${((100 * (texts.length - count)) / texts.length).toFixed(1)} %`;
  console.log(
    `prose: ${texts.length} texts in ${ms.toFixed(0)} ms; ${unread} have a sentence with courses that is unread`,
  );
  console.log(
    `  read with every course in its place: ${share(unread)}; without any note (no standing, grade, permission …): ${share(noted)}`,
  );
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

function hasNote(rule: Rule): boolean {
  return rule.kind === "note" || ("rules" in rule && rule.rules.some(hasNote));
}

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
