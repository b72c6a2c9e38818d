import { digitTables } from "./base62.ts";

/** Whether every character is a digit of base 62. */
export function hasDigitsOnly(code: string): boolean {
  const { values } = digitTables();
  let seen = 0;
  for (let i = 0; i < code.length; i++) {
    const character = code.charCodeAt(i);
    seen |= values[character & 127]! | character;
  }
  return seen < 128;
}

/** The value of up to eight digits, from `start` to `end`; digits only. */
export function digitsValue(code: string, start: number, end: number): number {
  const { values } = digitTables();
  let value = 0;
  for (let i = start; i < end; i++) value = value * 62 + values[code.charCodeAt(i)]!;
  return value;
}
