import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { refuse } from "./refuse.mjs";
import { root } from "./root.mjs";

/**
 * Runs `work` while no other command on this clone runs work of the same name; waits for one that does. The lock is a
 * folder with the owner's process id, so that one left by a killed command is recognised and taken over.
 */
export async function withLock(name, work) {
  const folder = join(root, ".groundwork");
  const lock = join(folder, `${name}.lock`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    refuse(
      `${folder} cannot be written (${error.code}): make the project's folder writable for this user, then run the command again.`,
    );
  }
  let told = false;
  for (let emptyTries = 0; ; ) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST")
        refuse(
          `${lock} cannot be made (${error.code}): make the project's folder writable for this user, then run the command again.`,
        );
    }
    const owner = ownerOf(lock);
    // A lock without an owner is one whose maker is about to write its id, or was killed in between.
    if (owner === undefined ? ++emptyTries > 20 : !isAlive(owner)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told && owner !== undefined)
      console.log(`Waiting for another command (process ${owner}) to finish its ${name} …`);
    told ||= owner !== undefined;
    await sleep(100);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once("exit", release);
  try {
    writeFileSync(join(lock, "pid"), String(process.pid));
    return await work();
  } finally {
    release();
    process.removeListener("exit", release);
  }
}

function ownerOf(lock) {
  try {
    const pid = Number(readFileSync(join(lock, "pid"), "utf8"));
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
