import { fail } from "../fail.ts";

export function checkPositive(value: number, name: string): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) fail(`\`${name}\` to be above 0 and finite`, value);
}
