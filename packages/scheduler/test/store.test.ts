import { test } from "vitest";
import { engineUrl, memoryEngine, pgliteEngine, postgresEngine } from "./engines.ts";
import { storeContract } from "./store-contract.ts";

storeContract("the store in memory", memoryEngine());
storeContract("the Postgres store on PGlite", pgliteEngine());

const url = engineUrl("DATABASE_URL");
if (url !== undefined) storeContract("the Postgres store on Postgres", postgresEngine(url));
else test.skip("the Postgres store on Postgres: DATABASE_URL is not set", () => {});
