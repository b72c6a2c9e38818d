/** A copy of plain data in which the entries of every array and the keys of every object stand in another order. */
export function shuffle<T>(value: T, seed: number): T {
  let state = (seed * 2654435761) | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const permute = <E>(list: readonly E[]): E[] => {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [copy[at], copy[other]] = [copy[other]!, copy[at]!];
    }
    return copy;
  };
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return permute(part).map(visit);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(permute(Object.entries(part)).map(([key, entry]) => [key, visit(entry)]));
  };
  return visit(value) as T;
}

/** Equal for data that differ in order alone. */
export function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  return `{${Object.entries(value)
    .map(([key, entry]) => `${JSON.stringify(key)}:${unordered(entry)}`)
    .sort()}}`;
}
