/**
 * What an alias looks like: two aliases that are easily taken for one another have the same skeleton. Keep it in a unique
 * index beside the alias.
 *
 * Compatibility forms (full width, ligatures), case, accents, and separators are folded; then letters of other scripts
 * become the Latin ones they are drawn like, and 0 o, 1 i l, 2 z, 5 s, 8 b, rn m, vv w, cl d become one. It folds what
 * people confuse, no more: the list is a choice of Unicode's confusables (UTS 39) and of what reads alike in small print.
 *
 * @example
 * aliasSkeleton("PayPa1") === aliasSkeleton("paypal"); // => true
 * aliasSkeleton("раураl") === aliasSkeleton("paypal"); // => true
 * aliasSkeleton("pay-pal") === aliasSkeleton("pay_pal"); // => true
 */
export function aliasSkeleton(alias: string): string {
  const plain = alias
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/[-_.~]+/g, "-");
  let skeleton = "";
  for (const letter of plain) {
    const at = FOREIGN.indexOf(letter);
    skeleton += at < 0 ? letter : LATIN[at]!;
  }
  return skeleton.replace(/rn|vv|cl|[01258i]/g, foldLookAlike);
}

// Letters of Cyrillic, Greek, Armenian and extended Latin, each above the letter that it is drawn like.
const FOREIGN = "авеԁһіјкӏмноѕрԛгстѵԝухѡьзαβεηικνορτυχωγσϲϳօսհցոզıȷɑɡɩʟłøđħ";
const LATIN = "abedhijklmhospqrctvwyxwb3abenikvoptuxwyocjouhgnqijagillodh";

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  rn: "m",
  vv: "w",
  cl: "d",
  0: "o",
  1: "l",
  2: "z",
  5: "s",
  8: "b",
  i: "l",
};

function foldLookAlike(found: string): string {
  return LOOK_ALIKES[found]!;
}
