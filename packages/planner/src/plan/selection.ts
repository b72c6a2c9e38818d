import type { Edge } from "../assign/instance.ts";
import type { PlanModel, PlanRule } from "./model.ts";

/** A rule of a course that is taken, or of the goals (owner −1), whose options are still open. */
export interface Choice {
  readonly owner: number;
  readonly needed: number;
  readonly options: readonly { readonly weight: number; readonly rule: PlanRule }[];
  readonly key: string;
}

/** Which courses to take and what to count them for, decided in part. */
export interface Selection {
  /** By course: 0 open, 1 taken, 2 ruled out. */
  readonly status: Uint8Array;
  readonly edges: Edge[];
  choices: Choice[];
}

export function copySelection({ status, edges, choices }: Selection): Selection {
  return { status: status.slice(), edges: [...edges], choices: [...choices] };
}

/** Takes a course, with what it requires; false when it is ruled out. */
export function take(model: PlanModel, selection: Selection, course: number): boolean {
  const { status } = selection;
  if (status[course] !== 0) return status[course] === 1;
  status[course] = 1;
  // None of these is taken: exclusions hold both ways, so this course would have been ruled out.
  for (const other of model.excludes[course]!) status[other] = 2;
  return commit(model, selection, course, model.requires[course]!);
}

/** Fulfils a rule for its owner, as far as there is no choice. */
export function commit(model: PlanModel, selection: Selection, owner: number, rule: PlanRule): boolean {
  if (rule.kind === "course") {
    if (owner >= 0) {
      if (owner === rule.course) return !rule.strict;
      selection.edges.push([rule.course, owner, rule.strict ? 1 : 0]);
    }
    return take(model, selection, rule.course);
  }
  if (rule.needed > 0) selection.choices.push({ ...rule, owner });
  return true;
}

/**
 * Drops the options that are hopeless, commits to those that nothing can replace, until neither is left to do.
 * False when some choice cannot be fulfilled.
 */
export function settleChoices(
  model: PlanModel,
  selection: Selection,
  isHopeless: (rule: PlanRule, owner: number) => boolean,
): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    const pending = selection.choices;
    selection.choices = [];
    for (const choice of pending) {
      let { needed } = choice;
      const options = [];
      let offer = 0;
      for (const option of choice.options) {
        if (option.weight <= 0) continue;
        if (isHeld(selection, option.rule, choice.owner)) needed -= option.weight;
        else if (!isRuledOut(selection, option.rule) && !isHopeless(option.rule, choice.owner)) {
          options.push(option);
          offer += option.weight;
        }
      }
      if (needed <= 1e-9) continue;
      if (offer < needed - 1e-9) return false;
      const open = [];
      for (const option of options) {
        if (offer - option.weight >= needed - 1e-9) open.push(option);
      }
      if (open.length === options.length) {
        selection.choices.push({ ...choice, needed, options });
        continue;
      }
      changed = true;
      for (const option of options) {
        if (open.includes(option)) continue;
        needed -= option.weight;
        if (!commit(model, selection, choice.owner, option.rule)) return false;
      }
      if (needed > 1e-9) selection.choices.push({ ...choice, needed, options: open });
    }
  }
  return true;
}

/** Whether an option is had at no price: a goal that is taken anyway, or a course that comes before its owner anyway. */
function isHeld({ status, edges }: Selection, rule: PlanRule, owner: number): boolean {
  if (rule.kind === "choice") return rule.needed <= 0;
  if (status[rule.course] !== 1) return false;
  if (owner < 0) return true;
  if (owner === rule.course) return !rule.strict;
  return edges.some(
    ([source, target, gap]) => source === rule.course && target === owner && (gap === 1 || !rule.strict),
  );
}

function isRuledOut({ status }: Selection, rule: PlanRule): boolean {
  if (rule.kind === "course") return status[rule.course] === 2;
  let offer = 1e-9;
  for (const option of rule.options) offer += isRuledOut({ status } as Selection, option.rule) ? 0 : option.weight;
  return offer < rule.needed;
}
