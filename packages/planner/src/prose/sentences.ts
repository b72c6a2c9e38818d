/**
 * A text cut into sentences at full stops, leaving abbreviations ("B.A.Sc.", "e.g.", "Ph.D.") alone. Hours in brackets
 * such as "[3-0-1]" go, as they are no part of a requirement.
 */
export function sentencesOf(text: string): string[] {
  const clean = text
    .replace(/\[\d[\d.*]*(?:\s*-\s*\d[\d.*]*)+\]/g, " ")
    .replace(/\[([A-Z]{2,5}(?:_[A-Z])? ?\d{2,4}[A-Z]?)\]/g, "$1")
    // A full stop before the next letter of a list, or before a semicolon, ends no sentence.
    .replace(/\.\s*(?=;|(?:(?:or|and) )?\((?:[b-h]|i{2,3}|iv)\) )/g, "; ")
    .replace(/;\s*;/g, ";")
    // A full stop that is missing.
    .replace(/([A-Z]{2,5} ?\d{3}[A-Z]?) (?=(?:A minimum|Permission|Credit will)\b)/g, "$1. ")
    .replace(/\s+/g, " ");
  const sentences: string[] = [];
  let begin = 0;
  for (const { index } of clean.matchAll(/\.(?=\s|$)/g)) {
    const before = clean.slice(begin, index);
    const after = clean.slice(index + 1).trimStart();
    const abbreviated = /(?:^|[\s(])(?:[A-Za-z]|[A-Z]\.\S*|\S*\.[A-Za-z]{1,5}|e\.g|i\.e|etc|Mus|Sc|St|Dr)$/.test(
      before,
    );
    if (
      !abbreviated ||
      (/^(?:[A-Z][a-z]+ |[A-Z]{4} \d)/.test(after) && /\.[A-Z][a-z]*$/.test(before) && starts(after))
    ) {
      sentences.push(before);
      begin = index + 1;
    }
  }
  sentences.push(clean.slice(begin));
  return sentences.map((sentence) => sentence.replace(/^[\s;,?]+|[\s;,]+$/g, "")).filter((sentence) => sentence !== "");
}

/** Words that begin a sentence of a requirement, by which "… in B.A.Sc. One of …" is two sentences. */
function starts(text: string): boolean {
  return /^(?:One|Two|Three|All|Either|Or|And|Permission|Credit|Recommended|Restricted|Students|Second|Third|Fourth)\b/.test(
    text,
  );
}
