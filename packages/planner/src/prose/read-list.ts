import { all, any, type Rule } from "../rule.ts";
import { several } from "./join-items.ts";
import { readCourse } from "./read-course.ts";
import { isCourseNext, peek, type Reading } from "./reading.ts";

/** The courses of "one of …", "all of …": as far as they go. */
export function readList(reading: Reading, count: number | "all"): Rule {
  const elements = [readCourse(reading)];
  let closing = false;
  for (;;) {
    let length = peek(reading) === "comma" ? 1 : 0;
    let word = peek(reading, length);
    if (word === "and" || word === "or" || (word === "slash" && length === 0)) {
      length++;
    } else {
      word = undefined;
    }
    if (length === 0 || !isCourseNext(reading, length)) {
      break;
    }
    // "One of A, B and C": C is required besides, but "two of A, B and C" and "one of A and B" are lists.
    // And in "one of A or B, C" the list has ended with B.
    if (count === 1 && ((word === "and" && elements.length > 1) || (word === undefined && closing))) {
      break;
    }
    closing ||= word === "or";
    reading.at += length;
    if (word === "and" && count === 1 && peek(reading, 1) === "or") {
      // "One of A and B or C": both of the first, or the last.
      elements.push(all(elements.pop()!, readCourse(reading)));
    } else if (word === "slash" || (word === "or" && count !== 1)) {
      elements.push(any(elements.pop()!, readCourse(reading)));
    } else {
      elements.push(readCourse(reading));
    }
  }
  return several(count, elements);
}
