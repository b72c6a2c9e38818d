import { fail } from "../fail.ts";

/** Replaces character references and the five entities of XML; there are no others. */
export function decodeText(text: string, line: number): string {
  return text.includes("&") ? text.replace(/&([^;&]*)(;?)/g, decode) : text;

  function decode(whole: string, name: string, end: string): string {
    const plain = end === "" ? undefined : entity(name);
    const number = /^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(end === "" ? "" : name);
    const code = number ? Number.parseInt((number[1] ?? number[2])!, number[1] === undefined ? 10 : 16) : -1;
    if (plain === undefined && !isCharacter(code)) {
      fail(
        `\`xml\`, line ${line}, to hold only character references and &amp; &lt; &gt; &quot; &apos;`,
        whole.slice(0, 40),
      );
    }
    return plain ?? String.fromCodePoint(code);
  }
}

function entity(name: string): string | undefined {
  switch (name) {
    case "amp":
      return "&";
    case "lt":
      return "<";
    case "gt":
      return ">";
    case "quot":
      return '"';
    case "apos":
      return "'";
    default:
      return undefined;
  }
}

function isCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe) ||
    (code >= 0x10000 && code < 0x110000)
  );
}
