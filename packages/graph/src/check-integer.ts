/** Throws unless `value` is an integer from 0 to `end - 1`, as node numbers and counts are. */
export function checkInteger(value: number, end: number, name: string): void {
  if (Number.isInteger(value) && value >= 0 && value < end) return;
  throw new RangeError(`Expected \`${name}\` to be an integer from 0 to ${end - 1}, got ${String(value)}.`);
}
