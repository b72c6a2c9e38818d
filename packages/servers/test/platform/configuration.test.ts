import { ConfigurationError, readConfiguration } from "@groundwork/servers";
import { describe, expect, it } from "vitest";

describe("readConfiguration", () => {
  it("needs nothing", () => {
    expect(readConfiguration({})).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:4000",
      demo: true,
    });
  });

  it("takes an empty variable for an unset one", () => {
    expect(readConfiguration({ PORT: "", DATABASE_URL: "" })).toEqual(readConfiguration({}));
  });

  it("makes no demo accounts on a server's database, not even when asked to", () => {
    expect(readConfiguration({ DATABASE_URL: "postgres://db/x" }).demo).toBe(false);
    expect(() => readConfiguration({ DATABASE_URL: "postgres://db/x", DEMO: "1" })).toThrow(
      /DEMO: .*embedded database only/,
    );
  });

  it("names every variable that does not fit, and shows no secret", () => {
    const wrong = {
      PORT: "80a",
      LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://root:hunter2@db",
      SESSION_SECRET: "hunter2",
      PUBLIC_URL: "example.org",
    };
    const error = (() => {
      try {
        readConfiguration(wrong);
      } catch (error) {
        return error as ConfigurationError;
      }
      return undefined;
    })();
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error?.problems.map((problem) => problem.split(":")[0]).sort()).toEqual(Object.keys(wrong).sort());
    expect(error?.message).not.toContain("hunter2");
  });

  it.each(["-1", "65536", "4000.5", "0x10", " 80"])("refuses the port %j", (port) => {
    expect(() => readConfiguration({ PORT: port })).toThrow(/PORT: expected an integer from 0 to 65535/);
  });
});
