/**
 * Indices of the courses that an entry of a pool stands for, or undefined when it is neither an id nor a pattern.
 *
 * In a pattern `x` after a digit, a space or another such `x` is one digit, `*` is any run of characters and a space is
 * white space or none.
 */
export function matchIds(index: ReadonlyMap<string, number>, entry: string): number[] | undefined {
  const exact = index.get(entry);
  if (exact !== undefined) {
    return [exact];
  }
  const source = typeof entry === "string" ? patternOf(entry) : undefined;
  if (source === undefined) {
    return undefined;
  }
  const pattern = new RegExp(`^${source}$`, "su");
  const found: number[] = [];
  for (const [id, course] of index) {
    if (pattern.test(id)) {
      found.push(course);
    }
  }
  return found;
}

function patternOf(entry: string): string | undefined {
  let source = "";
  let wild = false;
  let afterDigit = false;
  for (const character of entry) {
    const isDigit: boolean = character === "x" && afterDigit;
    wild ||= isDigit || character === "*";
    source += isDigit ? "\\d" : (special[character] ?? character.replace(/[\^$\\.+?()[\]{}|/-]/u, "\\$&"));
    afterDigit = isDigit || /[\d\s]/.test(character);
  }
  return wild ? source : undefined;
}

const special: Readonly<Record<string, string>> = { "*": ".*", " ": "\\s*" };
