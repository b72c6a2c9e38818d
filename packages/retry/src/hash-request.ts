/**
 * The SHA-256, in hex, of a request as canonical JSON: object keys in order, whatever order they were written in. Two
 * requests with the same hash are the same request. Needs `crypto.subtle`, which every current runtime has.
 *
 * @throws TypeError when the request is not JSON: a bigint, a function at the top, a circle.
 * @example
 * (await hashRequest({ a: 1, b: 2 })) === (await hashRequest({ b: 2, a: 1 })); // => true
 */
export async function hashRequest(request: unknown): Promise<string> {
  const { crypto, TextEncoder } = globalThis as unknown as HashPlatform;
  const text = JSON.stringify(request, inOrder);
  if (text === undefined) throw new TypeError(`Expected \`request\` to be JSON, got ${typeof request}.`);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Arrays and objects both become tagged lists: an object would move integer keys to its front and swallow `__proto__`.
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return ["array", ...value];
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return ["object", ...pairs.sort(([a], [b]) => (a < b ? -1 : 1)).flat()];
}

interface HashPlatform {
  crypto: { subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> } };
  TextEncoder: new () => { encode(text: string): Uint8Array };
}
