/** A small seeded generator (mulberry32) of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Balances after a trip: 3n expenses, each paid by one person and shared by about 60 % of the others, in cents. */
export function trip(n: number, random: () => number): number[] {
  const balances = new Array<number>(n).fill(0);
  for (let e = 0; e < 3 * n; e++) {
    const payer = Math.floor(random() * n);
    const sharers: number[] = [];
    for (let i = 0; i < n; i++) if (i === payer || random() < 0.6) sharers.push(i);
    const amount = 100 + Math.floor(random() ** 3 * 40_000);
    balances[payer]! += amount;
    const part = Math.floor(amount / sharers.length);
    sharers.forEach((i, place) => {
      balances[i]! -= part + (place < amount - part * sharers.length ? 1 : 0);
    });
  }
  return balances;
}
