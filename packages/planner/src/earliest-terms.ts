import type { Catalogue, IndexedRule } from "./catalogue.ts";
import { creditTolerance, type Taken } from "./evaluate.ts";

/** What {@link earliestTerms} starts from. */
export interface Start extends Pick<Taken, "status" | "external"> {
  /** Whether what nobody can say counts as fulfilled in the rule of this course: notes, courses outside the catalogue. */
  readonly assume: (course: number) => boolean;
  /** Only these courses, a set closed under requirements; every course when left out. */
  readonly members?: readonly number[] | undefined;
  /** A course that may not be taken. */
  readonly without?: number | undefined;
}

/**
 * By course, the first term in which it could be taken if every course were taught every term and nothing limited a
 * term: 0 when completed, 1 for the first term, −1 when no derivation reaches it.
 *
 * Terms are the stages of a least fixpoint over an AND/OR graph with counters (Dowling and Gallier, Journal of Logic
 * Programming 1 (1984)); within a term corequisites are read as the greatest one, so that courses which are
 * corequisites of one another are taken together. Exclusions are not looked at. Linear, but for courses behind mutual
 * corequisites, which are looked at again in every term that fulfils more of their rules.
 */
export function earliestTerms(
  courses: Catalogue["courses"],
  { status, external, assume, members = [...courses.keys()], without }: Start,
): Int32Array {
  // Nodes are the members by their place in the list, which stand for the roots of their rules; then the inner nodes of
  // rules. A question about a few courses of a large catalogue so costs what these courses cost.
  const count = members.length;
  const nodeOf = new Int32Array(courses.length);
  members.forEach((course, node) => {
    nodeOf[course] = node;
  });
  const terms: number[] = new Array(count).fill(-1);
  const needed: number[] = new Array(count).fill(Number.POSITIVE_INFINITY);
  // Arcs as linked lists: those that count one term later begin at 2 × node, those that count at once behind them.
  const heads: number[] = new Array(2 * count).fill(-1);
  const links: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const ready: number[] = [];
  let current: number[] = [];
  let next: number[] = [];
  let corequisites = false;
  let term = 1;
  members.forEach((course, node) => {
    const { offered, requires } = courses[course]!;
    if (status[course] === 2) {
      terms[node] = 0;
      current.push(node);
    } else if (offered?.length !== 0 && course !== without) {
      open(node, requires, assume(course));
    }
  });
  // Only nodes behind a cycle of corequisites can wait for one another within a term.
  const knot = new Set(corequisites ? supported(new Map(terms.map((_, node) => [node, 1]))) : []);
  let touched = knot.size > 0;
  const stack = [...current];
  for (const node of ready) {
    fulfil(node);
  }
  for (; term === 1 || current.length > 0; term++) {
    for (const node of current) {
      fire(2 * node);
    }
    do {
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        fire(2 * node + 1);
      }
      if (touched) {
        touched = false;
        const open = [...knot].filter((node) => terms[node]! < 0);
        for (const node of supported(new Map(open.map((node) => [node, needed[node]!])))) {
          fulfil(node);
        }
      }
    } while (stack.length > 0);
    current = next;
    next = [];
  }
  const result = new Int32Array(courses.length).fill(-1);
  members.forEach((course, node) => {
    result[course] = terms[node]!;
  });
  return result;

  function open(gate: number, rule: IndexedRule, assumed: boolean): void {
    let missing = 1;
    if (rule.kind === "count") {
      missing = rule.needed;
      for (const child of rule.rules) {
        missing -= attach(child, gate, assumed) ? 1 : 0;
      }
    } else if (attach(rule, gate, assumed)) {
      missing = 0;
    }
    needed[gate] = missing;
    if (missing <= 0) {
      ready.push(gate);
    }
  }

  /** Connects a rule to the gate above it, or says that it is fulfilled already. */
  function attach(rule: IndexedRule, gate: number, assumed: boolean): boolean {
    if (rule.kind === "course") {
      corequisites ||= rule.concurrent;
      connect(2 * nodeOf[rule.course]! + (rule.concurrent ? 1 : 0), gate, 1);
      return false;
    }
    if (rule.kind === "note" || rule.kind === "external") {
      return assumed || (rule.kind === "external" && external.has(rule.id));
    }
    if (rule.kind === "credits" && assumed && rule.external.length > 0) {
      return true;
    }
    const inner = terms.push(-1) - 1;
    heads.push(-1, -1);
    connect(2 * inner + 1, gate, 1);
    if (rule.kind === "count") {
      open(inner, rule, assumed);
    } else {
      needed[inner] = rule.needed - creditTolerance;
      for (const course of rule.courses) {
        connect(2 * nodeOf[course]!, inner, courses[course]!.credits);
      }
    }
    return false;
  }

  function connect(head: number, target: number, weight: number): void {
    links.push(heads[head]!);
    targets.push(target);
    heads[head] = weights.push(weight) - 1;
  }

  function fire(head: number): void {
    for (let arc = heads[head]!; arc >= 0; arc = links[arc]!) {
      const target = targets[arc]!;
      needed[target]! -= weights[arc]!;
      touched ||= knot.has(target);
      if (needed[target]! <= 0) {
        fulfil(target);
      }
    }
  }

  function fulfil(node: number): void {
    if (terms[node]! < 0) {
      terms[node] = term;
      stack.push(node);
      if (node < count) {
        next.push(node);
      }
    }
  }

  /**
   * What is left of a set of nodes after taking out, again and again, those that miss more than the rest of the set
   * gives them within a term.
   */
  function supported(missing: Map<number, number>): Iterable<number> {
    const failed: number[] = [];
    const give = (node: number, amount: number) => {
      for (let arc = heads[2 * node + 1]!; arc >= 0; arc = links[arc]!) {
        const target = targets[arc]!;
        const rest = missing.get(target);
        if (rest !== undefined) {
          missing.set(target, rest + amount);
          failed.push(target);
        }
      }
    };
    for (const node of missing.keys()) {
      give(node, -1);
    }
    for (const node of missing.keys()) {
      failed.push(node);
    }
    for (let node = failed.pop(); node !== undefined; node = failed.pop()) {
      if (missing.get(node)! > 0) {
        missing.delete(node);
        give(node, 1);
      }
    }
    return missing.keys();
  }
}
