import type { System } from "../system.ts";
import { ACCOUNTS } from "./migrations/0001-accounts.ts";

/** Accounts, the one part of the schema that every system may refer to. */
export const accounts: Pick<System, "name" | "description" | "migrations"> = {
  name: "account",
  description: "Sign-up, sign-in and what belongs to one person.",
  migrations: { "0001-accounts": ACCOUNTS },
};
