import { all, note, type Rule } from "../rule.ts";
import { byPrecedence, type Connective, joinCourses } from "./join-items.ts";
import { readBoth, readEither, readLettered } from "./read-alternatives.ts";
import { readCourse, readGraded, readSuffix } from "./read-course.ts";
import { readList } from "./read-list.ts";
import { readPool } from "./read-pool.ts";
import { readWords } from "./read-words.ts";
import { type Glossary, isCourseNext, peek, type Reading, textSince, Unreadable } from "./reading.ts";
import { tokensOf } from "./tokens.ts";

/** What stands between two items; "late or" is ", or", which does not bind two courses tighter than "and" does. */
type Separator = Connective | "comma";

/**
 * A sentence as a rule, or undefined when some course in it would have no certain place.
 *
 * chains  = chain { ";" ["and" | "or"] chain }
 * chain   = item { ("and" | "or" | ",") item }        a comma reads as the next word; "or" between two courses binds
 *                                                     tightest, then "and", then "or"
 * item    = course | quantifier list | quantifier lettered | lettered | "either" item "or" item | credits pool
 *         | grade item | corequisite item | "(" chains ")" | words
 */
export function parseSentence(sentence: string, glossary: Glossary, together: boolean): Rule | undefined {
  const reading: Reading = { sentence, tokens: tokensOf(sentence), ...glossary, at: 0, together };
  try {
    const rule = chains(reading);
    return reading.at === reading.tokens.length ? rule : undefined;
  } catch (error) {
    if (error instanceof Unreadable) {
      return undefined;
    }
    throw error;
  }
}

function chains(reading: Reading): Rule {
  const items = [chain(reading)];
  const words: Connective[] = [];
  while (peek(reading) === "semicolon") {
    reading.at++;
    const word = peek(reading);
    reading.at += word === "and" || word === "or" ? 1 : 0;
    if (peek(reading) !== undefined) {
      words.push(word === "or" ? "or" : "and");
      items.push(chain(reading));
    }
  }
  return byPrecedence(items, words);
}

function chain(reading: Reading): Rule {
  const items = [item(reading)];
  const words: Separator[] = [];
  for (let word = separator(reading); word !== undefined; word = separator(reading)) {
    words.push(word);
    items.push(item(reading));
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
function separator(reading: Reading): Separator | undefined {
  let length = 0;
  let word: Separator | undefined;
  if (peek(reading) === "slash") {
    word = "or";
    length = 1;
  } else {
    if (peek(reading) === "comma") {
      word = "comma";
      length = 1;
    }
    const next = peek(reading, length);
    if (next === "and" || next === "or") {
      word = word === "comma" && next === "or" ? "late or" : next;
      length++;
    }
  }
  const next = peek(reading, length);
  if (word === undefined || next === undefined || next === "letter" || next === "semicolon" || next === "close") {
    return undefined;
  }
  reading.at += length;
  return word;
}

function item(reading: Reading): Rule {
  const token = reading.tokens[reading.at];
  switch (token?.kind) {
    case "course":
    case "named":
      return readSuffix(reading, readCourse(reading));
    case "quantifier":
      if (peek(reading, 1) === "letter") {
        reading.at++;
        return readSuffix(reading, readLettered(reading, token.count, chain));
      }
      if (token.either) {
        reading.at++;
        return token.count === 1 ? readEither(reading, item) : readBoth(reading, item);
      }
      if (isCourseNext(reading, 1)) {
        reading.at++;
        return readSuffix(reading, readList(reading, token.count));
      }
      return readWords(reading);
    case "letter":
      return readLettered(reading, undefined, chain);
    case "credits":
      return readPool(reading) ?? readWords(reading);
    case "grade": {
      reading.at++;
      if (token.text === "") {
        return item(reading);
      }
      const rule = readGraded(reading, item);
      return all(rule, note(textSince(reading, token.begin)));
    }
    case "corequisite": {
      reading.at++;
      const before = reading.together;
      reading.together = true;
      const rule = item(reading);
      reading.together = before;
      return rule;
    }
    case "open": {
      reading.at++;
      const rule = chains(reading);
      if (peek(reading) !== "close") {
        throw new Unreadable();
      }
      reading.at++;
      return readSuffix(reading, rule);
    }
    case "word":
      return readWords(reading);
    default:
      throw new Unreadable();
  }
}
