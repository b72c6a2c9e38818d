import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFolderError, lockDataFolder } from "@groundwork/servers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

describe("lockDataFolder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "groundwork-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = () => join(folder, "lock");

  it("lets one holder in and the next after its release", () => {
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(DataFolderError);
    expect(() => lockDataFolder(folder)).toThrow(new RegExp(`in use by process ${process.pid}`));
    lock.release();
    expect(existsSync(path())).toBe(false);
    lockDataFolder(folder).release();
  });

  it("takes over from a process that is gone", () => {
    const pid = Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
    writeFileSync(path(), JSON.stringify({ pid, started: "long ago" }));
    lockDataFolder(folder);
    expect(JSON.parse(readFileSync(path(), "utf8")).pid).toBe(process.pid);
  });

  it.runIf(process.platform !== "win32")("takes over when another process has the pid now", () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"]);
    try {
      writeFileSync(path(), JSON.stringify({ pid: other.pid, started: "before the last boot" }));
      lockDataFolder(folder).release();
    } finally {
      other.kill("SIGKILL");
    }
  });

  it.each(["", "{", "null", '{"pid":-1,"started":"x"}', '{"pid":"1"}'])(
    "takes over from a lock that says %j",
    (text) => {
      writeFileSync(path(), text);
      lockDataFolder(folder).release();
    },
  );

  it("says which folder cannot be written to", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => lockDataFolder(join(folder, "file", "below"))).toThrow(/Cannot write to .*DATA_FOLDER/);
  });
});
