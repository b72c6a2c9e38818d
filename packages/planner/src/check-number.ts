/**
 * The value itself, if it is such a number ≥ 0.
 *
 * @throws RangeError that names the value.
 */
export function checkNumber(name: string, value: number, kind: "an integer" | "a finite number" | "a number"): number {
  const isFine = kind === "a number" || (kind === "an integer" ? Number.isInteger(value) : Number.isFinite(value));
  if (!(isFine && value >= 0)) throw new RangeError(`Expected ${name} to be ${kind} ≥ 0, got ${value}.`);
  return value;
}
