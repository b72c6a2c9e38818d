/** Text without case and accents, for comparing what is typed with what is shown: `"Évora"` and `"evora"` are one. */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
