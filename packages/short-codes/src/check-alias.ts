import { aliasSkeleton } from "./alias-skeleton.ts";

/** Options of {@link checkAlias}. */
export interface AliasOptions {
  /** The fewest characters. Default 3. */
  minLength?: number;
  /** The most characters. Default 64. */
  maxLength?: number;
  /** Whether letters and digits of any script may stand in it, one script an alias. Default `false`: a-z, 0-9, - and _. */
  unicode?: boolean;
  /** Whether capitals differ from small letters. Default `false`: the alias is given back in small letters. */
  caseSensitive?: boolean;
  /** Words that nobody may have, nor anything that looks like one: paths of the site, the names of its owners. */
  reserved?: Iterable<string>;
}

/** An alias that may be used, or what is wrong with it. */
export type AliasCheck =
  | {
      readonly ok: true;
      /** The one spelling to store and to look up: composed, and in small letters unless `caseSensitive`. */
      readonly alias: string;
      /** See {@link aliasSkeleton}: keep it unique, and no two aliases look alike. */
      readonly skeleton: string;
    }
  | { readonly ok: false; readonly problem: "length"; readonly least: number; readonly most: number }
  | { readonly ok: false; readonly problem: "character"; readonly character: string; readonly index: number }
  | { readonly ok: false; readonly problem: "separator" | "mixed-scripts" }
  | { readonly ok: false; readonly problem: "reserved"; readonly word: string };

/**
 * Whether somebody may choose this as the name of a link: its length, its characters, no separator at an end or beside
 * another, letters of one script only, and nothing that is, or looks like, a reserved word.
 *
 * @throws TypeError when the alias is not a string.
 * @example
 * checkAlias("Summer-Sale"); // => { ok: true, alias: "summer-sale", skeleton: "summer-sale" }
 * checkAlias("4dmin!"); // => { ok: false, problem: "character", character: "!", index: 5 }
 * checkAlias("Log1n", { reserved: ["login"] }); // => { ok: false, problem: "reserved", word: "login" }
 */
export function checkAlias(alias: string, options: AliasOptions = {}): AliasCheck {
  const { minLength = 3, maxLength = 64, unicode = false, caseSensitive = false, reserved = [] } = options;
  if (typeof alias !== "string") throw new TypeError(`Expected \`alias\` to be a string, got ${alias}.`);
  const composed = alias.normalize("NFC");
  const characters = Array.from(composed);
  if (characters.length < minLength || characters.length > maxLength) {
    return { ok: false, problem: "length", least: minLength, most: maxLength };
  }
  const allowed = unicode ? /^[\p{L}\p{M}\p{Nd}_-]$/u : /^[0-9A-Za-z_-]$/;
  const index = characters.findIndex((character) => !allowed.test(character));
  if (index >= 0) return { ok: false, problem: "character", character: characters[index]!, index };
  if (/^[-_]|[-_]{2}|[-_]$/.test(composed)) return { ok: false, problem: "separator" };
  if (scriptsOf(composed) > 1) return { ok: false, problem: "mixed-scripts" };
  const skeleton = aliasSkeleton(composed);
  for (const word of reserved) {
    if (aliasSkeleton(word) === skeleton) return { ok: false, problem: "reserved", word };
  }
  return { ok: true, alias: caseSensitive ? composed : composed.toLowerCase().normalize("NFC"), skeleton };
}

/** How many scripts its letters are of; Japanese is one, and so are Chinese and Korean with their characters. */
function scriptsOf(text: string): number {
  let rest = text.replace(/[\p{Script=Common}\p{Script=Inherited}]/gu, "");
  let count = 0;
  const scripts = [
    /\p{Script=Latin}/gu,
    /\p{Script=Cyrillic}/gu,
    /\p{Script=Greek}/gu,
    /\p{Script=Armenian}/gu,
    EAST_ASIAN,
  ];
  for (const script of scripts) {
    const without = rest.replace(script, "");
    if (without !== rest) count++;
    rest = without;
  }
  return rest === "" ? count : count + 1;
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;
