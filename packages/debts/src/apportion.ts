import { type Amount, exact, inKind, type SameKind } from "./amount.ts";
import { hash } from "./hash.ts";

/** Who gets the odd minor units, when several people have the same claim to them. */
export interface SplitOptions {
  /**
   * The identity of the expense, such as its id. Its hash says who comes first among equals, so that the odd cent goes
   * round. Without it (and without `dealt`) the first by id comes first.
   */
  readonly key?: string | undefined;
  /**
   * How many minor units this group has been dealt before: the running total of its earlier expenses. Units are then
   * dealt like cards, each starting where the last one ended, and in equal splits over a fixed group nobody is ever
   * more than one minor unit away from an even share. Takes precedence over `key`.
   */
  readonly dealt?: Amount | undefined;
}

/**
 * Splits `total` in proportion to `weights` by largest remainder, so that the parts sum exactly to it.
 *
 * Every part is less than one unit from its exact value. Ties go by id, rotated by the options; the order of the
 * weights does not matter. A negative total mirrors the positive one.
 */
export function apportion<A extends Amount>(
  total: A,
  weights: readonly (readonly [string, bigint])[],
  { key, dealt }: SplitOptions,
): Map<string, SameKind<A>> {
  let amount = exact(total, "`total`");
  const mirrored = amount < 0n;
  // A refund takes back the units that were dealt last.
  const first =
    dealt === undefined
      ? BigInt(key === undefined ? 0 : hash(key))
      : exact(dealt, "`dealt`") + (mirrored ? amount : 0n);
  if (mirrored) amount = -amount;
  let sum = 0n;
  for (const [, weight] of weights) sum += weight;
  if (sum <= 0n) throw new RangeError("Expected at least one participant with a share above 0, got none.");

  const shares = new Map<string, bigint>();
  const claims: { id: string; remainder: bigint }[] = [];
  let left = amount;
  for (const [id, weight] of weights) {
    if (shares.has(id)) throw new RangeError(`Expected every participant once, got ${JSON.stringify(id)} twice.`);
    let remainder = (amount * weight) % sum;
    if (remainder < 0n) remainder += sum;
    const share = (amount * weight - remainder) / sum;
    shares.set(id, share);
    claims.push({ id, remainder });
    left -= share;
  }
  claims.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.id < b.id ? -1 : 1));

  const units = Number(left);
  const last = claims[units - 1]?.remainder;
  const start = claims.findIndex((claim) => claim.remainder === last);
  const tied = claims.filter((claim) => claim.remainder === last).length;
  for (let i = 0; i < units; i++) {
    // The larger claims come before `start` and are all met; the equal ones take turns.
    const turn =
      i < start ? i : start + Number((((first + BigInt(i - start)) % BigInt(tied)) + BigInt(tied)) % BigInt(tied));
    const { id } = claims[turn]!;
    shares.set(id, shares.get(id)! + 1n);
  }
  return new Map(Array.from(shares, ([id, share]) => [id, inKind(mirrored ? -share : share, total)]));
}
