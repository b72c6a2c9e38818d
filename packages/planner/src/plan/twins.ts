import type { PlanModel, PlanRule } from "./model.ts";
import type { Choice, Selection } from "./selection.ts";

type Option = Choice["options"][number];

/** Options of the choice that could trade places with this one in every rule still open. */
export function twinsOf(model: PlanModel, selection: Selection, choice: Choice, option: Option): Option[] {
  const { rule } = option;
  if (rule.kind !== "course" || selection.status[rule.course] !== 0) return [];
  const mark = markOf(model, selection, rule.course);
  return choice.options.filter(
    (other) =>
      other !== option &&
      other.rule.kind === "course" &&
      other.rule.strict === rule.strict &&
      other.weight === option.weight &&
      selection.status[other.rule.course] === 0 &&
      markOf(model, selection, other.rule.course) === mark,
  );
}

/** Everything that sets a course apart, with the course itself written as a blank. */
function markOf(model: PlanModel, { choices }: Selection, course: number): string {
  const { credits, offered, excludes, requires, locked } = model;
  if (excludes[course]!.length > 0 || locked[course] !== undefined) return `only ${course}`;
  const places = [
    ...requires,
    ...choices.map(({ options, needed }) => ({ kind: "choice", options, needed, key: "" }) as PlanRule),
  ];
  const roles: string[] = [];
  places.forEach((rule, at) => {
    const role = roleOf(rule, course);
    if (role !== "") roles.push(`${at}${role}`);
  });
  return JSON.stringify([credits[course], offered[course], requires[course]!.key, roles]);
}

/** Where a course stands in a rule; empty when it does not. */
function roleOf(rule: PlanRule, course: number): string {
  if (rule.kind === "course") return rule.course === course ? (rule.strict ? "=" : "~") : "";
  let role = "";
  rule.options.forEach(({ rule: inner, weight }, at) => {
    const found = roleOf(inner, course);
    // Leaves of one choice are interchangeable; deeper rules are told apart.
    if (found !== "") role += inner.kind === "course" ? `${found}${weight}` : `[${at}${found}]`;
  });
  return role && `(${role})`;
}
