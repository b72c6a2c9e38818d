/** Money in minor units (cents, yen, fils): a safe integer, or a bigint of any size. */
export type Amount = number | bigint;

/** The kind of `A`, widened: `number` for numbers, `bigint` for bigints. What goes in comes out. */
export type SameKind<A extends Amount> = A extends number ? number : bigint;

/** People and what each has: a `Map`, or the entries of one as JSON keeps them, `[["ann", 1200]]`. */
export type Entries<V> = Iterable<readonly [string, V]>;

/** Checks one amount and returns it as a bigint, in which nothing overflows. */
export function exact(amount: Amount, name: string, like: Amount = amount): bigint {
  if (typeof amount !== typeof like || (typeof amount !== "number" && typeof amount !== "bigint")) {
    throw new TypeError(
      `Expected ${name} to be a ${typeof like === "bigint" ? "bigint" : "number"}, got ${String(amount)}.`,
    );
  }
  if (typeof amount === "number" && !Number.isSafeInteger(amount)) {
    throw new RangeError(`Expected ${name} to be a safe integer of minor units, got ${amount}.`);
  }
  return BigInt(amount);
}

/** Turns an exact result back into the kind of `like`; a number that is not safe is an error, not a wrong cent. */
export function inKind<A extends Amount>(value: bigint, like: A): SameKind<A> {
  if (typeof like === "bigint") return value as SameKind<A>;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`Expected results within safe integers, got ${value}: pass bigint amounts.`);
  }
  return number as SameKind<A>;
}

/** The smaller of two bigints, which `Math.min` does not take. */
export function smaller(a: bigint, b: bigint): bigint {
  if (b < a) return b;
  return a;
}
