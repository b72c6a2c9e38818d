import { fail } from "../fail.ts";
import { decodeText } from "./decode-text.ts";

/** What the reader tells, in document order; `line` counts from 1. */
export interface XmlEvents {
  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  close(name: string): void;
}

export interface XmlReader {
  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void;
  /** @throws RangeError if the document is not complete. */
  end(): void;
  readonly line: number;
}

const NAME = "[:A-Za-z_\\u00c0-\\uffff][-.:\\w\\u00b7-\\uffff]*";
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][\w.-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>$/;
/** No tag of a map comes near this; what does is not XML, or wants the memory. */
const LONGEST = 2 ** 20;

/**
 * A reader of XML 1.0 in pieces, as far as map files use it: elements and attributes; text is checked and dropped.
 *
 * Refuses document types, so that no entity but the five of XML and character references exists.
 */
export function createXmlReader(events: XmlEvents): XmlReader {
  const tag = new RegExp(`<(${NAME})`, "y");
  const attribute = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "y");
  const instruction = new RegExp(`^<\\?${NAME}(\\s[^]*)?\\?>$`);
  const closing = new RegExp(`</(${NAME})\\s*>`, "y");
  const open: string[] = [];
  let rest = "";
  let line = 1;
  let begun = false;
  let rooted = false;

  return {
    get line() {
      return line;
    },
    write(text) {
      rest += !begun && rest === "" && text[0] === "\ufeff" ? text.slice(1) : text;
      let at = 0;
      for (let end = nextToken(at); end > 0; end = nextToken(at)) {
        read(at, end);
        at = end;
        begun = true;
      }
      rest = rest.slice(at);
      if (rest.length > LONGEST) expected("to hold tags of at most a million characters", "a longer one");
    },
    end() {
      if (/\S/.test(rest) || open.length > 0 || !rooted) {
        line += rest.trimEnd() === "" ? rest.split("\n").length - 1 : 0;
        const missing = open.length > 0 ? `</${open.at(-1)}>` : "a document";
        expected(`to go on to ${missing}: it is cut short`, rest === "" ? "its end" : rest.slice(0, 40));
      }
    },
  };

  /** Where the text or markup that begins at `at` ends, or 0 if that is not known yet. */
  function nextToken(at: number): number {
    if (rest[at] !== "<") return Math.max(0, rest.indexOf("<", at));
    // Nine characters tell a comment from a CDATA section and from a document type.
    if (rest[at + 1] === "!" && rest.length < at + 9) return 0;
    const ending = rest.startsWith("<!--", at)
      ? "-->"
      : rest.startsWith("<![CDATA[", at)
        ? "]]>"
        : rest[at + 1] === "?"
          ? "?>"
          : undefined;
    if (ending) {
      const end = rest.indexOf(ending, at + (ending === "-->" ? 4 : 2));
      return end < 0 ? 0 : end + ending.length;
    }
    if (rest[at + 1] === "!") expected("to declare no document type or entity", rest.slice(at, at + 9));
    // A tag ends at the first ">" that stands in no quotes.
    const mark = /["'>]/g;
    for (mark.lastIndex = at; ; ) {
      const found = mark.exec(rest);
      if (!found) return 0;
      if (found[0] === ">") return mark.lastIndex;
      mark.lastIndex = rest.indexOf(found[0], mark.lastIndex) + 1;
      if (mark.lastIndex === 0) return 0;
    }
  }

  function read(begin: number, end: number): void {
    const token = rest.slice(begin, end);
    const strange = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(token);
    if (strange) expected("to hold characters of XML only", `U+${strange[0].charCodeAt(0).toString(16)}`);
    if (token[0] !== "<") readText(token);
    else if (token[1] === "?") readInstruction(token);
    else if (token[1] === "/") readClosing(token);
    else if (token[1] !== "!") readOpening(token);
    else if (token.startsWith("<!--")) {
      if (token.indexOf("--", 4) !== token.length - 3) expected("to hold comments without `--`", token.slice(0, 40));
    } else if (open.length === 0) expected("to hold text in its root only", token.slice(0, 40));
    for (let feed = token.indexOf("\n"); feed >= 0; feed = token.indexOf("\n", feed + 1)) line++;
  }

  function readText(text: string): void {
    if (open.length === 0 && /[^ \t\r\n]/.test(text)) {
      expected("to be XML, with text in its root only", text.trim().slice(0, 40));
    }
    if (text.includes("]]>")) expected("to escape `]]>` in text", "`]]>`");
    decodeText(text, line);
  }

  function readInstruction(token: string): void {
    if (!instruction.test(token)) expected("to hold instructions that begin with a name", token.slice(0, 40));
    if (!/^<\?xml[\s?]/i.test(token)) return;
    if (begun) expected("to have its XML declaration first", token);
    const declared = DECLARATION.exec(token);
    if (!declared) expected("to begin with a declaration such as `<?xml version='1.0'?>`", token.slice(0, 80));
    if (!/^(utf-?8|us-ascii)$/i.test(declared[3] ?? "utf-8")) expected("to be encoded in UTF-8", declared[3]);
  }

  function readClosing(token: string): void {
    closing.lastIndex = 0;
    const name = closing.exec(token)?.[1];
    const last = open.pop();
    if (name === undefined || name !== last) expected(last ? `to close <${last}>` : "to end with its root", token);
    events.close(name);
  }

  function readOpening(token: string): void {
    tag.lastIndex = 0;
    const name = tag.exec(token)?.[1];
    if (name === undefined) expected("to hold tags that begin with a name", token.slice(0, 40));
    if (open.length === 0 && rooted) expected("to have one root", `<${name}> after it`);
    rooted = true;
    const attributes = new Map<string, string>();
    let at = tag.lastIndex;
    for (;;) {
      attribute.lastIndex = at;
      const found = attribute.exec(token);
      if (!found) break;
      if (attributes.has(found[1]!)) expected(`to give <${name}> each attribute once`, found[1]);
      attributes.set(found[1]!, decodeText((found[2] ?? found[3])!.replace(/[\t\n\r]/g, " "), line));
      at = attribute.lastIndex;
    }
    const tail = token.slice(at).trimStart();
    if (tail !== ">" && tail !== "/>") expected(`to write attributes of <${name}> as name="value"`, tail.slice(0, 40));
    events.open(name, attributes, line);
    if (tail === "/>") events.close(name);
    else open.push(name);
  }

  function expected(what: string, value: unknown): never {
    fail(`\`xml\`, line ${line}, ${what}`, value);
  }
}
