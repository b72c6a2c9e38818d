/**
 * The chance that among `count` random codes out of `space` at least two are the same (the birthday problem), to about
 * ten digits, also where it is tiny. Constant time.
 *
 * @throws RangeError when an argument is negative, not whole, or `space` is 0.
 * @example
 * collisionProbability(23, 365).toFixed(4); // => "0.5073"
 * collisionProbability(1_000_000, capacity(7)).toFixed(3); // => "0.132"
 */
export function collisionProbability(count: number | bigint, space: number | bigint): number {
  const k = whole("count", count, 0);
  const n = whole("space", space, 1);
  if (k > n) return 1;
  if (k < 2) return 0;
  return -Math.expm1(logAllDifferent(k, n));
}

/**
 * How many random codes one may draw out of `space` before the chance of a collision passes `probability`.
 *
 * @throws RangeError when `probability` is not between 0 and 1, or `space` is no integer ≥ 1.
 * @example
 * codesUntil(0.5, 365); // => 22
 * codesUntil(0.01, capacity(10)); // => 129886416
 */
export function codesUntil(probability: number, space: number | bigint): number {
  if (!(probability >= 0 && probability < 1)) {
    throw new RangeError(`Expected \`probability\` to be at least 0 and below 1, got ${probability}.`);
  }
  const n = whole("space", space, 1);
  let least = 0;
  let above = Math.min(n + 1, 2 ** 53);
  while (above - least > 1) {
    const middle = Math.floor(least + (above - least) / 2);
    if (-Math.expm1(logAllDifferent(middle, n)) <= probability) least = middle;
    else above = middle;
  }
  return least;
}

/** The logarithm of the chance that `k` draws are all different: the sum of log(1 − i/n) for i < k. */
function logAllDifferent(k: number, n: number): number {
  if (k < 2) return 0;
  if (k <= 64) {
    let sum = 0;
    for (let i = 1; i < k; i++) sum += Math.log1p(-i / n);
    return sum;
  }
  const x = k / n;
  if (x < 0.01) {
    // Power sums of i/n, term by term of the series of the logarithm.
    const m = k - 1;
    const s1 = (m * k) / 2 / n;
    const s2 = (s1 * (2 * m + 1)) / 3 / n;
    const s3 = (s1 * s1) / n;
    const s4 = ((s2 / n / n) * (3 * m * m + 3 * m - 1)) / 5;
    const s5 = ((s3 / n / n) * (2 * m * m + 2 * m - 1)) / 3;
    return -(s1 + s2 / 2 + s3 / 3 + s4 / 4 + s5 / 5);
  }
  if (n - k < 64) {
    // The last factors are far from smooth: down to them by the formula, and through them one by one.
    const smooth = Math.max(n - 64, 64);
    let sum = logAllDifferent(smooth, n);
    for (let i = smooth; i < k; i++) sum += Math.log1p(-i / n);
    return sum;
  }
  // Euler–Maclaurin.
  const log = Math.log1p(-x);
  return -(n - k) * log - k - log / 2 + (1 - 1 / (1 - x)) / (12 * n) - (1 - 1 / (1 - x) ** 3) / (360 * n ** 3);
}

function whole(name: string, value: number | bigint, least: number): number {
  if (!(value >= least && (typeof value === "bigint" || Number.isInteger(value)))) {
    throw new RangeError(`Expected \`${name}\` to be an integer ≥ ${least}, got ${value}.`);
  }
  return Number(value);
}
