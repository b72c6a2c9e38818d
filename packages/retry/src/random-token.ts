/** A name for one claim: 104 random bits, enough that no two claims ever share one; no secret. */
export function randomToken(random: () => number): string {
  return random().toString(36).slice(2) + random().toString(36).slice(2);
}
