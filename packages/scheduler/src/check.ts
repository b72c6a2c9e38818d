/** Refuses an argument in the words that every error of this package uses. */
export function check(
  ok: boolean,
  name: string,
  what: string,
  value: unknown,
  Kind: ErrorConstructor = RangeError,
): void {
  if (!ok) throw new Kind(`Expected \`${name}\` to be ${what}, got ${String(value)}.`);
}

/** Refuses what is not an integer of at least 1. */
export function checkWhole(name: string, value: number): void {
  check(Number.isInteger(value) && value >= 1, name, "an integer ≥ 1", value);
}

/** Refuses what is not a number above zero; `Infinity` is one. */
export function checkPositive(name: string, value: number): void {
  check(value > 0, name, "a number > 0", value);
}

/** Refuses what is not above zero, or has no end. */
export function checkFinitePositive(name: string, value: number): void {
  check(value > 0 && value < Infinity, name, "a finite number > 0", value);
}

/** Refuses what is below zero, or has no end. */
export function checkFinite(name: string, value: number): void {
  check(value >= 0 && value < Infinity, name, "a finite number ≥ 0", value);
}
