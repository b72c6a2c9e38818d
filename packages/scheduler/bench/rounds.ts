/** Runs every variant once a round, in turning order, and prints the median rate with its range. */
export async function rounds(
  title: string,
  count: number,
  times: number,
  variants: Record<string, () => Promise<number>>,
): Promise<Record<string, number>> {
  const names = Object.keys(variants);
  const rates: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < times; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const rate = (count / (await variants[name]!())) * 1_000;
      if (round >= 0) rates[name]!.push(rate);
    }
  }
  console.log(`\n${title}`);
  const medians: Record<string, number> = {};
  for (const name of names) {
    const sorted = rates[name]!.sort((a, b) => a - b);
    medians[name] = sorted[sorted.length >> 1]!;
    const range = `${format(sorted[0]!)} to ${format(sorted.at(-1)!)}`;
    console.log(`  ${name.padEnd(34)} ${format(medians[name]).padStart(9)} a second (${range})`);
  }
  return medians;
}

/** Prints one figure against its aim. */
export function ratio(title: string, value: number, aim: string): void {
  console.log(`  → ${title}: ${value.toFixed(2)} (aim: ${aim})`);
}

/** Milliseconds that something took. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function format(rate: number): string {
  return Math.round(rate).toLocaleString("en");
}
