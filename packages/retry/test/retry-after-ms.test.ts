import { retryAfterMs } from "@groundwork/retry";
import { describe, expect, it } from "vitest";

const now = () => Date.parse("2026-03-01T12:00:00Z");
const headers = (value: unknown) => ({ headers: { "retry-after": value } });

describe("retryAfterMs", () => {
  it("reads seconds and HTTP dates from errors, their responses, and responses", () => {
    expect(retryAfterMs(headers("120"), now)).toBe(120_000);
    expect(retryAfterMs(headers(120), now)).toBe(120_000);
    expect(retryAfterMs(headers("Sun, 01 Mar 2026 12:00:07 GMT"), now)).toBe(7_000);
    expect(retryAfterMs({ response: { headers: new Headers({ "Retry-After": "2" }) } }, now)).toBe(2_000);
    expect(retryAfterMs(new Response("", { headers: { "Retry-After": "0" } }), now)).toBe(0);
  });

  it("takes the number on the error first", () => {
    expect(retryAfterMs({ retryAfterMs: 5, headers: { "retry-after": "9" } }, now)).toBe(5);
    expect(retryAfterMs({ retryAfterMs: 0 }, now)).toBe(0);
  });

  it("takes a moment that has passed for none to wait", () => {
    expect(retryAfterMs(headers("Sun, 01 Mar 2026 11:00:00 GMT"), now)).toBe(0);
    expect(retryAfterMs({ retryAfterMs: -5 }, now)).toBe(0);
  });

  it("finds nothing in anything else", () => {
    const others = [undefined, null, 7, "30", new Error("x"), {}, { headers: null }, headers("soon"), headers("")];
    for (const other of [...others, new Response(), { retryAfterMs: "later" }, { response: {} }]) {
      expect(retryAfterMs(other, now)).toBeUndefined();
    }
  });
});
