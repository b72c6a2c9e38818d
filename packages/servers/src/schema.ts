import { accounts } from "./platform/accounts/accounts.ts";
import type { System } from "./platform/system.ts";
import { systems } from "./systems.ts";

/** Everything that has migrations, for `migrate`: accounts first, every system refers to them. */
export const schema: readonly Pick<System, "name" | "migrations">[] = [accounts, ...systems];
