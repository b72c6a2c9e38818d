/**
 * The names of the terms of a year from `start` on.
 *
 * @throws RangeError when `start` is not among them.
 */
export function yearFrom(calendar: readonly string[], start: string | undefined = calendar[0]): string[] {
  const first = calendar.indexOf(start!);
  if (first < 0) {
    throw new RangeError(
      `Expected \`start\` to be a term of the calendar ${JSON.stringify(calendar)}, got ${JSON.stringify(start)}.`,
    );
  }
  return [...calendar.slice(first), ...calendar.slice(0, first)];
}
