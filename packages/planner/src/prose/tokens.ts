/** A piece of a sentence. */
export type Token =
  | { readonly kind: "course"; readonly subject: string; readonly number: string; readonly text: string }
  /** A course known by its name, as schools teach it: "Pre-calculus 12". */
  | { readonly kind: "named"; readonly text: string }
  /** "one of", "all of", "either", …: how many of what follows. */
  | { readonly kind: "quantifier"; readonly count: number | "all"; readonly text: string; readonly either: boolean }
  /** "6 credits from": how many credits of what follows. */
  | { readonly kind: "credits"; readonly credits: number; readonly text: string }
  /** "(a)", "b)", "(ii)". */
  | { readonly kind: "letter"; readonly letter: string; readonly text: string }
  /** "a score of 68% or higher in", "completion of": a condition on the courses that follow; `text` empty for none. */
  | { readonly kind: "grade"; readonly text: string }
  /** "a corequisite of": what follows may be taken in the same term. */
  | { readonly kind: "corequisite"; readonly text: string }
  /** "as a corequisite", "(may be taken concurrently)": the same for what stands before. */
  | { readonly kind: "concurrently"; readonly text: string }
  | { readonly kind: "and" | "or" | "comma" | "semicolon" | "open" | "close" | "slash"; readonly text: string }
  | { readonly kind: "word"; readonly text: string };

const counts: Readonly<Record<string, number | "all">> = {
  one: 1,
  any: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  all: "all",
  each: "all",
  both: "all",
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
  "5": 5,
};

const school =
  "(?:BC |B\\.C\\. )?(?:Principles of Mathematics|Pre-?[Cc]alculus|Calculus|Mathematics|Math|Biology|Chemistry|Physics|English|French|Spanish|German|Geology)";
const atLeast = "(?:at least |a minimum of |minimum of |minimum )?";
const amount = "(?:\\d{1,3} ?%|[A-D][+-]?(?![A-Za-z])|['‘\"][A-D][+-]?['’\"])";
const orBetter = "(?:,? (?:or|and) (?:higher|better|above|greater|more))?";

/** Longest meaning first; each is tried where the one before does not match. */
const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => Token])[] = [
  [
    /([A-Z]{2,5})(?:_[A-Z]?)? ?(\d{2,4}[A-Z]?)(?:_[A-Z])?(?![\w%*])/y,
    ([text, subject, number]) => course(text, subject!, number!),
  ],
  [new RegExp(`${school} 1[0-2](?![\\w%])|Arts One(?!\\w)`, "y"), ([text]) => ({ kind: "named", text })],
  [
    new RegExp(
      `${atLeast}(\\d+(?:\\.\\d+)?)[ -]credits? (?:of|from|in|chosen from|selected from)(?: any of| one of| the following:?| either)?(?!\\w)`,
      "iy",
    ),
    ([text, credits]) => ({ kind: "credits", credits: Number(credits), text }),
  ],
  [
    new RegExp(
      `(?:with )?(?:an? )?(?:minimum |final |passing )?(?:score|grade|mark|standing|average)(?: of| more than| above)? ${atLeast}${amount}${orBetter} in(?!\\w)|${atLeast}${amount}${orBetter} in(?!\\w)`,
      "iy",
    ),
    ([text]) => ({ kind: "grade", text: text.replace(/ in$/i, "") }),
  ],
  [
    /(?:successful )?completion of(?= (?:[A-Z]{2,5} ?\d|one of|all of|either|both|two of))/iy,
    () => ({ kind: "grade", text: "" }),
  ],
  [
    /(?:an? )?co-?requisites? (?:of|in)(?!\w)|concurrent (?:enrol?lment|registration) in(?!\w)|co-?requisites?:/iy,
    ([text]) => ({ kind: "corequisite", text }),
  ],
  [
    /as an? co-?requisite(?!\w)|\(?(?:which )?(?:may|can|must) be taken concurrently\)?|\(?concurrently\)?(?!\w)/iy,
    ([text]) => ({ kind: "concurrently", text }),
  ],
  [
    /(?:at least )?(one|any|two|three|four|five|six|all|each|both|[1-5])(?: courses?)? of(?: the following)?(?: either)?:?(?!\w)/iy,
    ([text, word]) => ({ kind: "quantifier", count: counts[word!.toLowerCase()]!, text, either: false }),
  ],
  [/both(?= )/iy, ([text]) => ({ kind: "quantifier", count: "all", text, either: true })],
  [/either(?=[ (])/iy, ([text]) => ({ kind: "quantifier", count: 1, text, either: true })],
  [/\((i{1,3}|iv|v|[a-h])\)|(i{1,3}|iv|[a-h])\)/y, ([text, a, b]) => ({ kind: "letter", letter: (a ?? b)!, text })],
  [/and\/or(?!\w)|or(?!\w)/iy, ([text]) => ({ kind: "or", text })],
  [/(?:and|plus|as well as|&)(?!\w)/iy, ([text]) => ({ kind: "and", text })],
  [/,/y, ([text]) => ({ kind: "comma", text })],
  [/[;:]/y, ([text]) => ({ kind: "semicolon", text })],
  [/\//y, ([text]) => ({ kind: "slash", text })],
  [/[([]/y, ([text]) => ({ kind: "open", text })],
  [/[)\]]/y, ([text]) => ({ kind: "close", text })],
  [/[^\s,;:()[\]/]+/y, ([text]) => ({ kind: "word", text })],
];

/** A token with its place in the sentence. */
export type PlacedToken = Token & { readonly begin: number; readonly end: number };

/** A sentence as tokens; a bare number after a course, as in "CPSC 213, 221", is a course of the same subject. */
export function tokensOf(sentence: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  let subject: string | undefined;
  for (let at = 0; at < sentence.length; ) {
    if (sentence[at] === " ") {
      at++;
      continue;
    }
    const bare = subject && bareNumber(sentence, at, tokens.at(-1));
    if (bare) {
      tokens.push({ ...course(bare, subject!, bare), begin: at, end: at + bare.length });
      at += bare.length;
      continue;
    }
    for (const [pattern, make] of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(sentence);
      if (match) {
        const token = make(match);
        subject = token.kind === "course" ? token.subject : token.kind === "word" ? undefined : subject;
        tokens.push({ ...token, begin: at, end: at + match[0].length });
        at += match[0].length;
        break;
      }
    }
  }
  return tokens;
}

function course(text: string, subject: string, number: string): Token {
  return { kind: "course", subject, number, text };
}

function bareNumber(sentence: string, at: number, previous: Token | undefined): string | undefined {
  if (previous?.kind !== "comma" && previous?.kind !== "or" && previous?.kind !== "and" && previous?.kind !== "slash") {
    return undefined;
  }
  const number = /^\d{3,4}[A-Z]?(?![\w%*-])/.exec(sentence.slice(at))?.[0];
  return number && !/^\d+ (?:credits?|level|transfer|hours?|additional)/i.test(sentence.slice(at)) ? number : undefined;
}
