import { toIntegers } from "../assign/integers.ts";
import { dualWeights, type Weights } from "../assign/weights.ts";
import type { PlanModel, PlanRule } from "./model.ts";
import type { Selection } from "./selection.ts";

/** For each course roughly the credits that it adds together with the cheapest way to it; a guide, not a bound. */
export function coursePrices({ requires, credits }: PlanModel, earliest: readonly number[], length: number): number[] {
  const prices: number[] = requires.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0, changed = true; changed && round < length; round++) {
    changed = false;
    for (let course = 0; course < prices.length; course++) {
      if (earliest[course]! >= length) continue;
      // A course without credits still counts for a little.
      const price = 1e-3 + credits[course]! + priceOf(requires[course]!, (other) => prices[other]!);
      if (price < prices[course]!) {
        prices[course] = price;
        changed = true;
      }
    }
  }
  return prices;
}

export function priceOf(rule: PlanRule, price: (course: number) => number): number {
  if (rule.kind === "course") return price(rule.course);
  const offers = rule.options.map(({ weight, rule: inner }) => ({ weight, price: priceOf(inner, price) }));
  offers.sort((a, b) => a.price / a.weight - b.price / b.weight);
  let sum = 0;
  let missing = rule.needed - 1e-9;
  for (const offer of offers) {
    if (missing <= 0) break;
    missing -= offer.weight;
    sum += offer.price;
  }
  return missing > 0 ? Number.POSITIVE_INFINITY : sum;
}

/**
 * What a selection weighs at the least, under whatever weights: the courses taken, and open choices without a course in
 * common.
 */
export function leastWeights({ choices, status }: Selection): (weights: ArrayLike<number>) => number {
  const taken: number[] = [];
  status.forEach((value, course) => {
    if (value === 1) taken.push(course);
  });
  // Built once, sorted anew for each measure: options that add no course have price 0 and course −1.
  // A course that stands there twice is paid once.
  const open = choices.map(({ needed, options }) => {
    const offers = new Map<number, { course: number; weight: number; price: number }>();
    for (const { weight, rule } of options) {
      const course = rule.kind === "course" && status[rule.course] === 0 ? rule.course : -1;
      offers.set(course, { course, weight: weight + (offers.get(course)?.weight ?? 0), price: 0 });
    }
    return { needed, bound: 0, offers: [...offers.values()] };
  });
  const countedIn = new Int32Array(status.length);
  let turn = 0;
  return (weights) => {
    turn++;
    let sum = 1e-9;
    for (const course of taken) sum += weights[course]!;
    for (const choice of open) {
      for (const offer of choice.offers) offer.price = offer.course < 0 ? 0 : weights[offer.course]!;
      choice.offers.sort((a, b) => a.price * b.weight - b.price * a.weight);
      choice.bound = 0;
      let missing = choice.needed;
      for (const { weight, price } of choice.offers) {
        if (missing <= 1e-9) break;
        choice.bound += price * Math.min(1, missing / weight);
        missing -= weight;
      }
    }
    open.sort((a, b) => b.bound - a.bound);
    for (const { bound, offers } of open) {
      if (offers.some(({ course }) => countedIn[course] === turn)) continue;
      for (const { course } of offers) countedIn[course] = turn;
      sum += bound;
    }
    return sum;
  };
}

/** Ways to weigh courses, with what all terms together hold of each: credits, and the dual feasible functions. */
export function measuresOf({ credits, limits }: PlanModel, length: number): Weights[] {
  const { sizes, capacities } = toIntegers(credits, limits);
  let room = 0;
  for (let term = 0; term < length; term++) room += capacities[term % capacities.length]!;
  const weights = Float64Array.from(sizes);
  const duals = dualWeights(weights, Math.max(1, ...capacities), 8);
  return [{ weights, capacity: room }, ...duals.map((dual) => ({ ...dual, capacity: length * dual.capacity }))];
}
