import { hashRequest } from "@groundwork/retry";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("hashRequest", () => {
  it("does not depend on the order of keys, at any depth", async () => {
    const one = { b: 1, a: [{ y: null, x: "é" }], 10: 0, 9: 0 };
    const other = { 9: 0, 10: 0, a: [{ x: "é", y: null }], b: 1 };
    expect(await hashRequest(one)).toBe(await hashRequest(other));
  });

  it("differs where JSON differs", async () => {
    const requests = [
      null,
      {},
      [],
      [[]],
      "",
      0,
      "0",
      false,
      { a: 1 },
      { a: "1" },
      ["a", 1],
      ["object", "a", 1],
      [["a", 1]],
      { a: null },
      JSON.parse('{"__proto__": 1}'),
      { a: { b: 1 }, c: 2 },
      { a: { b: 1, c: 2 } },
      [1, [2]],
      [[1], 2],
      ["array"],
    ];
    const hashes = await Promise.all(requests.map(hashRequest));
    expect(new Set(hashes).size).toBe(requests.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the same exactly when the JSON values are equal", async () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(value, value, async (a, b) => {
        const [one, other] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        const equal = sorted(one) === sorted(other);
        expect((await hashRequest(one)) === (await hashRequest(other))).toBe(equal);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("takes dates and missing values as JSON does, and refuses what JSON cannot carry", async () => {
    expect(await hashRequest({ at: new Date(0), none: undefined })).toBe(
      await hashRequest({ at: "1970-01-01T00:00:00.000Z" }),
    );
    await expect(hashRequest(undefined)).rejects.toThrow(TypeError);
    await expect(hashRequest({ n: 1n })).rejects.toThrow(TypeError);
  });
});

/** Canonical text written by hand, for comparison. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${sorted(item)}`);
  return `{${entries.sort().join()}}`;
}
