import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The data folder cannot be used; the message is one line that says what to do. */
export class DataFolderError extends Error {
  override name = "DataFolderError" as const;
}

/** Held while a process uses a data folder. */
export interface DataFolderLock {
  release(): void;
}

interface Owner {
  pid: number;
  /** When that process started, as its system tells it; a later process with the same pid differs. */
  started: string;
}

/**
 * Locks a data folder for this process, by a file with its pid and start time. The lock of a process that is gone,
 * killed or rebooted away, is taken over.
 *
 * @throws DataFolderError when another process holds it, or the folder cannot be written to.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const path = join(folder, "lock");
  const own: Owner = { pid: process.pid, started: startOf(process.pid) ?? "unknown" };
  const mine = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    // Linked into place when complete: nobody ever reads half a lock.
    writeFileSync(mine, JSON.stringify(own));
  } catch (error) {
    throw new DataFolderError(
      `Cannot write to ${folder} (${(error as NodeJS.ErrnoException).code}); set DATA_FOLDER to one that can be written to.`,
    );
  }
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      try {
        linkSync(mine, path);
        return { release: () => release(path, own) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = readOwner(path);
      if (owner && isRunning(owner)) {
        throw new DataFolderError(
          `${folder} is in use by process ${owner.pid}; stop it, or set DATA_FOLDER to another folder.`,
        );
      }
      takeAway(path, owner);
    }
    throw new DataFolderError(`${folder} could not be locked; try again, or set DATA_FOLDER to another folder.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a stale lock: one process at a time, and only while it is still the one that was judged. */
function takeAway(path: string, judged: Owner | undefined): void {
  const turn = `${path}.turn`;
  try {
    mkdirSync(turn);
  } catch {
    // Another takes it away right now, unless it was killed meanwhile.
    const age = Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10_000) rmSync(turn, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return;
  }
  try {
    const now = readOwner(path);
    if (now?.pid === judged?.pid && now?.started === judged?.started) {
      renameSync(path, `${turn}/stale`);
    }
  } catch {
    // It is gone already.
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

function release(path: string, own: Owner): void {
  const owner = readOwner(path);
  if (owner?.pid === own.pid && owner.started === own.started) rmSync(path, { force: true });
}

function readOwner(path: string): Owner | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(path, "utf8"));
    return Number.isInteger(pid) && pid > 0 && typeof started === "string" ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

function isRunning({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const start = startOf(pid);
  return start === undefined || started === "unknown" || start === started;
}

/** When a process started; undefined where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    // Field 22 counts from the boot, so the boot's own id belongs to it. The name in field 2 may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${ticks}`;
  } catch {
    if (process.platform === "linux" || process.platform === "win32") return undefined;
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}
