/** Type ids of Postgres whose values are read the same way on both engines. */
export const INT8 = 20;
export const DATE = 1082;

/**
 * Reads a bigint column as a number, so that amounts are the integers that `@groundwork/debts` computes with.
 *
 * @throws RangeError beyond 2^53 − 1: the schema's checks keep amounts far below it.
 */
export function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Expected a safe integer from the database, got ${text}.`);
  return value;
}

/** Calendar dates stay text: they have no time zone to be converted by. */
export function readDate(text: string): string {
  return text;
}
