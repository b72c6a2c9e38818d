/** Refuses what is no string, which would otherwise pass for a code without digits. */
export function checkCode(code: unknown): void {
  if (typeof code !== "string") throw new TypeError(`Expected \`code\` to be a string, got ${code}.`);
}
