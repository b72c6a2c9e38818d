/**
 * A way from one base to another, for numbers of up to 64 limbs, where the product of both bases is below 2^46. Each limb
 * times the digits of its own weight, summed without carries, which doubles hold exactly; then one pass of carries. No
 * division in the inner loop, and no big integer anywhere.
 *
 * `limbs` is written by the caller, the least first; `out` is where the answer stands. Both are used again and again.
 */
export interface BaseChange {
  readonly limbs: Float64Array;
  readonly out: Float64Array;
  readonly from: number;
  readonly to: number;
  /** The digits, in base `to`, of each power of `from` that was needed so far. */
  readonly weights: Float64Array[];
}

export function baseChange(from: number, to: number): BaseChange {
  return { limbs: new Float64Array(64), out: new Float64Array(72), from, to, weights: [] };
}

/** Changes the first `count` limbs; gives how many of `out` are the answer, none of them a leading zero. */
export function changeBase({ limbs, out, from, to, weights }: BaseChange, count: number): number {
  while (weights.length < count) weights.push(nextWeight(weights.at(-1), from, to));
  let length = count > 0 ? weights[count - 1]!.length + 3 : 0;
  for (let i = 0; i < length; i++) out[i] = 0;
  for (let j = 0; j < count; j++) {
    const weight = weights[j]!;
    const limb = limbs[j]!;
    for (let i = 0; i < weight.length; i++) out[i]! += limb * weight[i]!;
  }
  let carry = 0;
  for (let i = 0; i < length; i++) {
    const sum = out[i]! + carry;
    carry = Math.floor(sum / to);
    out[i] = sum - carry * to;
  }
  while (length > 0 && out[length - 1] === 0) length--;
  return length;
}

function nextWeight(weight: Float64Array | undefined, from: number, to: number): Float64Array {
  if (!weight) return Float64Array.of(1);
  const digits: number[] = [];
  let carry = 0;
  for (const digit of weight) {
    const product = digit * from + carry;
    carry = Math.floor(product / to);
    digits.push(product - carry * to);
  }
  for (; carry > 0; carry = Math.floor(carry / to)) digits.push(carry % to);
  return Float64Array.from(digits);
}
