/** Refuses an alphabet that could not tell its digits apart. */
export function checkAlphabet(alphabet: string): void {
  if (typeof alphabet !== "string" || !/^[!-~]{2,94}$/.test(alphabet) || new Set(alphabet).size < alphabet.length) {
    throw new RangeError(
      `Expected \`alphabet\` to be 2 to 94 different visible ASCII characters, got ${JSON.stringify(alphabet)}.`,
    );
  }
}
