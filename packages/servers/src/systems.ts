import { expenses } from "./expenses/expenses.ts";
import type { System } from "./platform/system.ts";

/** Every system that the servers host: a new one is a folder beside this file and one line here. */
export const systems: readonly System[] = [expenses];
