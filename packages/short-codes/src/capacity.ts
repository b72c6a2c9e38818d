/**
 * How many codes of exactly `length` digits there are: base^length.
 *
 * @throws RangeError when an argument is no integer ≥ 1.
 * @example
 * capacity(7); // => 3521614606208n
 * capacity(6, 32); // => 1073741824n
 */
export function capacity(length: number, base = 62): bigint {
  for (const [name, value] of Object.entries({ length, base })) {
    if (!(Number.isInteger(value) && value >= 1)) {
      throw new RangeError(`Expected \`${name}\` to be an integer ≥ 1, got ${value}.`);
    }
  }
  return BigInt(base) ** BigInt(length);
}
