import { all, any, atLeast, type Rule } from "../rule.ts";

export type Connective = "and" | "or" | "late or";

/** Items with words between them: "and" binds tighter than "or". */
export function byPrecedence(items: readonly Rule[], words: readonly Connective[]): Rule {
  const alternatives: Rule[][] = [[items[0]!]];
  words.forEach((word, i) => {
    if (word !== "and") {
      alternatives.push([]);
    }
    alternatives.at(-1)!.push(items[i + 1]!);
  });
  return several(
    1,
    alternatives.map((rules) => several("all", rules)),
  );
}

/** In a chain of both words, joins single courses with "or" between them into one item. */
export function joinCourses(items: readonly Rule[], words: readonly Connective[]): [Rule[], Connective[]] {
  const joined: Rule[] = [items[0]!];
  const left: Connective[] = [];
  let run = [items[0]!];
  words.forEach((word, i) => {
    const next = items[i + 1]!;
    if (word === "or" && isCourse(next) && run.every(isCourse)) {
      run.push(next);
      joined[joined.length - 1] = any(...run);
    } else {
      run = [next];
      joined.push(next);
      left.push(word);
    }
  });
  return [joined, left];
}

export function isCourse(rule: Rule): boolean {
  return rule.kind === "course" || rule.kind === "concurrent";
}

/** So many of the rules; of a single one that rule itself. */
export function several(count: number | "all", rules: readonly Rule[]): Rule {
  if (rules.length === 1 && (count === 1 || count === "all")) {
    return rules[0]!;
  }
  return count === "all" ? all(...rules) : count === 1 ? any(...rules) : atLeast(count, ...rules);
}
