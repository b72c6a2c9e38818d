import { all, any, atLeast, concurrent, course, credits, note, type Rule } from "../rule.ts";
import { type PlacedToken, tokensOf } from "./tokens.ts";

/** Makes an id of a subject and a number (or a pattern such as `3xx` or `*` in its place). */
export type CourseId = (subject: string, number: string) => string;

type Connective = "and" | "or" | "late or";
/** What stands between two items; "late or" is ", or", which does not bind two courses tighter than "and" does. */
type Separator = Connective | "comma";

/** Refuses a sentence that the grammar does not cover. */
class Unreadable extends Error {}

/**
 * A sentence as a rule, or undefined when some course in it would have no certain place.
 *
 * chain   = item { ("and" | "or" | ",") item }        a comma reads as the next word; "or" between two courses binds
 *                                                     tightest, then "and", then "or"
 * item    = course | quantifier list | quantifier lettered | lettered | "either" item "or" item | credits pool
 *         | grade item | corequisite item | "(" chain ")" | words
 */
export function parseSentence(sentence: string, idOf: CourseId, together: boolean): Rule | undefined {
  const tokens = tokensOf(sentence);
  let at = 0;
  let isConcurrent = together;
  try {
    const rule = chains();
    return at === tokens.length ? rule : undefined;
  } catch (error) {
    if (error instanceof Unreadable) {
      return undefined;
    }
    throw error;
  }

  function peek(offset = 0): PlacedToken["kind"] | undefined {
    return tokens[at + offset]?.kind;
  }

  /** Chains between semicolons. */
  function chains(): Rule {
    const items = [chain()];
    const words: Connective[] = [];
    while (peek() === "semicolon") {
      at++;
      const word = peek();
      at += word === "and" || word === "or" ? 1 : 0;
      if (peek() !== undefined) {
        words.push(word === "or" ? "or" : "and");
        items.push(chain());
      }
    }
    return byPrecedence(items, words);
  }

  function chain(): Rule {
    const items = [item()];
    const words: Separator[] = [];
    for (let word = separator(); word !== undefined; word = separator()) {
      words.push(word);
      items.push(item());
    }
    // A comma reads as the next word does.
    const read: Connective[] = [];
    for (let i = words.length - 1, next: Connective = "and"; i >= 0; i--) {
      const word = words[i]!;
      next = word === "comma" ? next : word;
      read.unshift(next);
    }
    return read.includes("and") ? byPrecedence(...joinCourses(items, read)) : byPrecedence(items, read);
  }

  /** Takes what separates two items of a chain, unless a letter comes next or nothing does. */
  function separator(): Separator | undefined {
    let length = 0;
    let word: Separator | undefined;
    if (peek() === "slash") {
      word = "or";
      length = 1;
    } else {
      if (peek() === "comma") {
        word = "comma";
        length = 1;
      }
      const next = peek(length);
      if (next === "and" || next === "or") {
        word = word === "comma" && next === "or" ? "late or" : next;
        length++;
      }
    }
    const next = peek(length);
    if (word === undefined || next === undefined || next === "letter" || next === "semicolon" || next === "close") {
      return undefined;
    }
    at += length;
    return word;
  }

  function item(): Rule {
    const token = tokens[at];
    switch (token?.kind) {
      case "course":
      case "named":
        return suffixed(element());
      case "quantifier":
        if (peek(1) === "letter") {
          at++;
          return suffixed(lettered(token.count));
        }
        if (token.either) {
          at++;
          return token.count === 1 ? either() : both();
        }
        if (peek(1) === "course" || peek(1) === "named") {
          at++;
          return suffixed(list(token.count));
        }
        return words();
      case "letter":
        return lettered(undefined);
      case "credits":
        return pool(token.credits, token.end);
      case "grade": {
        at++;
        const rule = token.text === "" ? item() : graded();
        return token.text === "" ? rule : all(rule, note(sentence.slice(token.begin, tokens[at - 1]!.end)));
      }
      case "corequisite": {
        at++;
        const before = isConcurrent;
        isConcurrent = true;
        const rule = item();
        isConcurrent = before;
        return rule;
      }
      case "open": {
        at++;
        const rule = chains();
        if (peek() !== "close") {
          throw new Unreadable();
        }
        at++;
        return suffixed(rule);
      }
      case "word":
        return words();
      default:
        throw new Unreadable();
    }
  }

  /** What a grade is asked in: an item, or courses with "or" between them; with commas alone it is anybody's guess. */
  function graded(): Rule {
    const rules = [item()];
    while (isCourse(rules[0]!) && peek() === "or" && (peek(1) === "course" || isEquivalent(at + 1))) {
      at++;
      rules.push(peek() === "course" ? element() : equivalent());
    }
    if (isCourse(rules[0]!) && peek() === "comma" && (peek(1) === "course" || peek(2) === "course")) {
      throw new Unreadable();
    }
    return several(1, rules);
  }

  function isEquivalent(place: number): boolean {
    const next = tokens[place]?.text === "its" ? place + 1 : place;
    return /^equivalents?$/.test(tokens[next]?.text ?? "") && tokens[next + 1]?.kind !== "word";
  }

  function equivalent(): Rule {
    const begin = tokens[at]!.begin;
    at += tokens[at]!.text === "its" ? 2 : 1;
    return note(sentence.slice(begin, tokens[at - 1]!.end));
  }

  /** A course with what stands in brackets behind it: "MATH 180 (or 184)". */
  function element(): Rule {
    const token = tokens[at++]!;
    const leaf = leafOf(token);
    if (peek() === "open" && peek(1) === "or" && (peek(2) === "course" || peek(2) === "named") && peek(3) === "close") {
      at += 4;
      return any(leaf, leafOf(tokens[at - 2]!));
    }
    return leaf;
  }

  function leafOf(token: PlacedToken): Rule {
    const id = token.kind === "course" ? idOf(token.subject, token.number) : token.text;
    return isConcurrent ? concurrent(id) : course(id);
  }

  function suffixed(rule: Rule): Rule {
    if (peek() === "concurrently") {
      at++;
      return allConcurrent(rule);
    }
    // "A or equivalent and …": the equivalent stands for the course alone.
    if (peek() === "or" && isEquivalent(at + 1)) {
      const before = at++;
      const either = any(rule, equivalent());
      if (peek() === "and") {
        return either;
      }
      at = before;
    }
    return rule;
  }

  /** The courses of "one of …", "all of …": as far as they go. */
  function list(count: number | "all"): Rule {
    const elements = [element()];
    let closing = false;
    for (;;) {
      let length = peek() === "comma" ? 1 : 0;
      let word = peek(length);
      if (word === "and" || word === "or" || (word === "slash" && length === 0)) {
        length++;
      } else {
        word = undefined;
      }
      const next = peek(length);
      if (length === 0 || (next !== "course" && next !== "named")) {
        break;
      }
      // "One of A, B and C": C is required besides, but "two of A, B and C" and "one of A and B" are lists.
      // And in "one of A or B, C" the list has ended with B.
      if (count === 1 && ((word === "and" && elements.length > 1) || (word === undefined && closing))) {
        break;
      }
      closing ||= word === "or";
      at += length;
      if (word === "and" && count === 1 && peek(1) === "or") {
        // "One of A and B or C": both of the first, or the last.
        elements.push(all(elements.pop()!, element()));
      } else if (word === "slash" || (word === "or" && count !== 1)) {
        elements.push(any(elements.pop()!, element()));
      } else {
        elements.push(element());
      }
    }
    return several(count, elements);
  }

  function lettered(count: number | "all" | undefined): Rule {
    const alternatives: Rule[] = [];
    const words = new Set<string>();
    let previous = "";
    for (;;) {
      const token = tokens[at];
      if (token?.kind !== "letter" || !follows(previous, token.letter)) {
        throw new Unreadable();
      }
      previous = token.letter;
      at++;
      alternatives.push(chain());
      let length = 0;
      while (["comma", "semicolon", "and", "or"].includes(peek(length) ?? "")) {
        length++;
      }
      const next = tokens[at + length];
      if (next?.kind !== "letter" || !follows(previous, next.letter)) {
        break;
      }
      for (let i = 0; i < length; i++) {
        words.add(peek(i)!);
      }
      at += length;
    }
    if (alternatives.length < 2) {
      throw new Unreadable();
    }
    return several(count ?? (words.has("or") ? 1 : "all"), alternatives);
  }

  function either(): Rule {
    const alternatives: Rule[] = [];
    let long = false;
    do {
      at += alternatives.length > 0 ? 1 : 0;
      const parts = [item()];
      while (peek() === "and" && peek(1) !== "letter" && (alternatives.length === 0 || long)) {
        at++;
        long = true;
        parts.push(item());
      }
      alternatives.push(several("all", parts));
      at += peek() === "comma" && peek(1) === "or" ? 1 : 0;
    } while (peek() === "or" && peek(1) !== "letter");
    if (alternatives.length < 2 && alternatives[0]!.kind === "course") {
      throw new Unreadable();
    }
    return several(1, alternatives);
  }

  function both(): Rule {
    const first = item();
    if (peek() !== "and") {
      throw new Unreadable();
    }
    at++;
    return all(first, item());
  }

  function pool(amount: number, end: number): Rule {
    if (peek(1) === "quantifier" && (peek(2) === "course" || peek(2) === "named")) {
      at++;
    }
    if (peek(1) === "course" || peek(1) === "named") {
      at++;
      const entries: string[] = [];
      collect(list(1), entries);
      return credits(amount, entries);
    }
    const rest = sentence.slice(end);
    const level =
      /^ (?:any )?(?:(\d)00[- ](?:level )?)?((?:or (?:above|higher) )?)([A-Z]{2,5}(?:(?:, (?:or |and )?| or | and |\/)[A-Z]{2,5})*)(?: courses?| coursework)?(?:,? (?:at|numbered)(?: the)? (\d)00(?:[- ]level)?)?((?: (?:or|and) (?:above|higher))?)(?=$|[.,;)]| and | or )/.exec(
        rest,
      );
    const digit = level?.[1] ?? level?.[4];
    if (!level || (level[1] && level[4])) {
      return words();
    }
    const to = end + level[0].length;
    while (tokens[at] && tokens[at]!.begin < to) {
      at++;
    }
    const numbers: string[] = [];
    for (let n = Number(digit ?? 0); n <= (level[2] || level[5] ? 9 : Number(digit ?? 0)); n++) {
      numbers.push(digit === undefined ? "*" : `${n}xx`);
    }
    const subjects = level[3]!.match(/[A-Z]{2,5}/g)!;
    return credits(
      amount,
      subjects.flatMap((subject) => numbers.map((number) => idOf(subject, number))),
    );
  }

  /** Free words, as one note: up to where a course, or the like, follows a comma, "and" or "or". */
  function words(): Rule {
    const begin = at;
    let depth = 0;
    for (; at < tokens.length; at++) {
      const kind = peek();
      const more = kind === "comma" && (peek(1) === "and" || peek(1) === "or") ? 2 : 1;
      if (depth === 0 && (kind === "semicolon" || kind === "close" || (kind === "letter" && at > begin))) {
        break;
      }
      if (depth === 0 && (kind === "comma" || kind === "and" || kind === "or") && structural(at + more)) {
        break;
      }
      if (kind === "course" || kind === "named" || kind === "corequisite" || kind === "concurrently") {
        throw new Unreadable();
      }
      depth += kind === "open" ? 1 : kind === "close" ? -1 : 0;
    }
    // "One of" that breaks off before a course was a list with something strange in it.
    if (at === begin || depth !== 0 || (tokens[begin]!.kind === "quantifier" && peek() === "comma")) {
      throw new Unreadable();
    }
    const text = sentence.slice(tokens[begin]!.begin, tokens[at - 1]!.end);
    // "ART 1**" is many courses, and which of them is not for us to say.
    if (/(?<![A-Z])[A-Z]{2,5} ?\d+\*/.test(text)) {
      throw new Unreadable();
    }
    return note(text);
  }

  /** Whether a course, or what leads to one, begins here. */
  function structural(place: number): boolean {
    const kind = tokens[place]?.kind;
    if (kind === "quantifier" || kind === "grade" || kind === "corequisite" || kind === "open" || kind === "letter") {
      const next = tokens[place + 1]?.kind;
      return kind === "letter" || (next !== "word" && next !== undefined && structural(place + 1));
    }
    return kind === "course" || kind === "named" || kind === "credits";
  }
}

function byPrecedence(items: readonly Rule[], words: readonly Connective[]): Rule {
  const alternatives: Rule[][] = [[items[0]!]];
  words.forEach((word, i) => {
    if (word !== "and") {
      alternatives.push([]);
    }
    alternatives.at(-1)!.push(items[i + 1]!);
  });
  return several(
    1,
    alternatives.map((rules) => several("all", rules)),
  );
}

/** In a chain of both words, joins single courses with "or" between them into one item. */
function joinCourses(items: readonly Rule[], words: readonly Connective[]): [Rule[], Connective[]] {
  const joined: Rule[] = [items[0]!];
  const left: Connective[] = [];
  let run = [items[0]!];
  words.forEach((word, i) => {
    const next = items[i + 1]!;
    if (word === "or" && isCourse(next) && run.every(isCourse)) {
      run.push(next);
      joined[joined.length - 1] = any(...run);
    } else {
      run = [next];
      joined.push(next);
      left.push(word);
    }
  });
  return [joined, left];
}

function isCourse(rule: Rule): boolean {
  return rule.kind === "course" || rule.kind === "concurrent";
}

function several(count: number | "all", rules: readonly Rule[]): Rule {
  if (rules.length === 1 && (count === 1 || count === "all")) {
    return rules[0]!;
  }
  return count === "all" ? all(...rules) : count === 1 ? any(...rules) : atLeast(count, ...rules);
}

function allConcurrent(rule: Rule): Rule {
  switch (rule.kind) {
    case "course":
      return concurrent(rule.id);
    case "all":
    case "any":
    case "atLeast":
      return { ...rule, rules: rule.rules.map(allConcurrent) };
    default:
      return rule;
  }
}

function collect(rule: Rule, ids: string[]): void {
  if (rule.kind === "course" || rule.kind === "concurrent") {
    ids.push(rule.id);
  } else if ("rules" in rule) {
    for (const child of rule.rules) {
      collect(child, ids);
    }
  }
}

function follows(previous: string, letter: string): boolean {
  for (const order of ["abcdefgh".split(""), ["i", "ii", "iii", "iv", "v"]]) {
    if (
      order.indexOf(letter) >= 0 &&
      order.indexOf(letter) === order.indexOf(previous) + 1 &&
      (previous === "" || order.includes(previous))
    ) {
      return true;
    }
  }
  return false;
}
