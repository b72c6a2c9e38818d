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
  /** In row j, the digits of the j-th power of `from` in base `to`. */
  readonly weights: Float64Array;
  /** How many digits each row has that was needed so far. */
  readonly lengths: number[];
}

/** A row holds 120 digits: 64 limbs of 30 bits are 120 words of 16. */
const ROW = 128;

export function baseChange(from: number, to: number): BaseChange {
  const weights = new Float64Array(64 * ROW);
  weights[0] = 1;
  return { limbs: new Float64Array(64), out: new Float64Array(ROW), from, to, weights, lengths: [1] };
}

/** Changes the first `count` limbs; gives how many of `out` are the answer, none of them a leading zero. */
export function changeBase(change: BaseChange, count: number): number {
  const { limbs, out, to, weights, lengths } = change;
  while (lengths.length < count) addWeight(change);
  let length = count > 0 ? lengths[count - 1]! + 3 : 0;
  for (let i = 0; i < length; i++) out[i] = 0;
  for (let j = 0; j < count; j++) {
    const limb = limbs[j]!;
    const row = j * ROW;
    for (let i = lengths[j]! - 1; i >= 0; i--) out[i]! += limb * weights[row + i]!;
  }
  const inverse = 1 / to;
  let carry = 0;
  for (let i = 0; i < length; i++) {
    const sum = out[i]! + carry;
    carry = Math.floor(sum * inverse);
    let digit = sum - carry * to;
    // The product with the inverse may be off by one.
    if (digit < 0) {
      digit += to;
      carry--;
    } else if (digit >= to) {
      digit -= to;
      carry++;
    }
    out[i] = digit;
  }
  while (length > 0 && out[length - 1] === 0) length--;
  return length;
}

function addWeight({ weights, lengths, from, to }: BaseChange): void {
  const row = lengths.length * ROW;
  let carry = 0;
  let i = 0;
  for (const length = lengths.at(-1)!; i < length || carry > 0; i++) {
    const product = weights[row - ROW + i]! * from + carry;
    carry = Math.floor(product / to);
    weights[row + i] = product - carry * to;
  }
  lengths.push(i);
}
