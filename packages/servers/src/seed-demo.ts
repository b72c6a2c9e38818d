import { sql } from "kysely";
import { hashPassword } from "./platform/accounts/password.ts";
import { insertAccount, setVerified } from "./platform/accounts/sql.ts";
import { newId } from "./platform/identifiers.ts";
import type { Platform } from "./platform/platform.ts";
import type { DemoAccounts, System } from "./platform/system.ts";

/** The password of every demo account. */
export const DEMO_PASSWORD = "groundwork-demo";

/**
 * Fills an empty embedded database with demo accounts (ada@, ben@, cleo@ and dev@demo.example) and every system's demo
 * data. Does nothing when there is an account already, and refuses a Postgres server: the password is public.
 *
 * @returns whether it filled it.
 */
export async function seedDemo(platform: Platform, systems: readonly System[], passwordCost: number): Promise<boolean> {
  const { connection, engine } = platform.database;
  if (engine !== "embedded") throw new Error("Demo accounts are made on the embedded database only.");
  const { rows } = await sql`select 1 from accounts limit 1`.execute(connection);
  if (rows.length > 0) return false;
  const accounts: Record<string, string> = {};
  for (const name of ["Ada", "Ben", "Cleo", "Dev"]) {
    const first = name.toLowerCase();
    const at = new Date(platform.clock()).toISOString();
    const passwordHash = await hashPassword(DEMO_PASSWORD, passwordCost);
    const row = { id: newId(platform), email: `${first}@demo.example`, name, passwordHash, at };
    await insertAccount(connection, row);
    await setVerified(connection, row.id, at);
    accounts[first] = row.id;
  }
  for (const system of systems) await system.seed?.(platform, accounts as DemoAccounts);
  return true;
}
