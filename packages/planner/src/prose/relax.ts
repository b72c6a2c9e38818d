import { concurrent, type Rule } from "../rule.ts";

/** The rule with its courses as corequisites: all of them, or every mention of `only`. */
export function relax(rule: Rule, only?: string): Rule {
  if (rule.kind === "course" && (only === undefined || rule.id === only)) {
    return concurrent(rule.id);
  }
  return "rules" in rule ? { ...rule, rules: rule.rules.map((child) => relax(child, only)) } : rule;
}
