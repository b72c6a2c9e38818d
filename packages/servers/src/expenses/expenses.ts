import type { System } from "../platform/system.ts";
import { GROUPS } from "./migrations/0001-groups.ts";
import { routes } from "./routes.ts";
import { seed } from "./seed.ts";

/** Shared expenses: groups, splits, balances, settling up. */
export const expenses: System = {
  name: "expenses",
  description: "Groups that share expenses: who paid, who owes, how to settle with the fewest payments.",
  migrations: { "0001-groups": GROUPS },
  routes,
  seed,
};
