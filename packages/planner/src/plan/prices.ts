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

/** What a selection weighs at the least: the courses taken, and open choices without a course in common. */
export function leastWeight(weights: ArrayLike<number>, { choices, status }: Selection): number {
  const counted = new Set<number>();
  let sum = 1e-9;
  status.forEach((value, course) => {
    if (value === 1) sum += weights[course]!;
  });
  const bounds = choices.map(({ needed, options }) => {
    const support: number[] = [];
    const prices: { weight: number; price: number }[] = [];
    for (const { weight, rule } of options) {
      const isNew = rule.kind === "course" && status[rule.course] === 0;
      if (isNew) support.push(rule.course);
      prices.push({ weight, price: isNew ? weights[rule.course]! : 0 });
    }
    prices.sort((a, b) => a.price * b.weight - b.price * a.weight);
    let bound = 0;
    let missing = needed;
    for (const { weight, price } of prices) {
      if (missing <= 1e-9) break;
      bound += price * Math.min(1, missing / weight);
      missing -= weight;
    }
    return { bound, support };
  });
  for (const { bound, support } of bounds.sort((a, b) => b.bound - a.bound)) {
    if (support.some((course) => counted.has(course))) continue;
    for (const course of support) counted.add(course);
    sum += bound;
  }
  return sum;
}

/** Ways to weigh courses, with what all terms together hold of each: credits, and the dual feasible functions. */
export function measuresOf({ credits, limits }: PlanModel, length: number): Weights[] {
  const { sizes, capacities } = toIntegers(credits, limits);
  let room = 0;
  for (let term = 0; term < length; term++) room += capacities[term % capacities.length]!;
  const weights = Float64Array.from(sizes);
  const duals = dualWeights(weights, Math.max(1, ...capacities), 30);
  return [{ weights, capacity: room }, ...duals.map((dual) => ({ ...dual, capacity: length * dual.capacity }))];
}
