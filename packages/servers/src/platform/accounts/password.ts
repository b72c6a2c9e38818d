import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** log2 of scrypt's N; 15 takes some 70 ms and 32 MB a guess. */
export const DEFAULT_PASSWORD_COST = 15;

const BLOCK_SIZE = 8;

/** Hashes with a fresh salt; the text carries its own parameters. Runs off the main thread. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return `scrypt$${cost}$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}

/** Whether `password` made `stored`. Without `stored` it takes the same time and says no. */
export async function checkPassword(password: string, stored: string | undefined, cost: number): Promise<boolean> {
  const [, storedCost = `${cost}`, salt = "", hash = ""] = stored?.split("$") ?? [];
  const derived = await derive(password, Buffer.from(salt, "base64url"), Number(storedCost));
  const expected = Buffer.from(hash, "base64url");
  return expected.length === derived.length && timingSafeEqual(derived, expected);
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: 2 ** cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * 2 ** cost * BLOCK_SIZE };
  const run = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
  // NFC: the same password typed on another keyboard may be composed differently.
  return run(password.normalize("NFC"), salt, 32, options);
}
