import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe } from "vitest";
import { deadLetterContract } from "./contracts/dead-letters.ts";
import { idempotencyContract } from "./contracts/idempotency.ts";
import { deadLettersOn, idempotencyOn, migrate } from "./contracts/sql-harness.ts";
import { transactionContract } from "./contracts/transactions.ts";

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
  await migrate(database);
}, 60_000);
afterAll(() => database?.close());

describe("dead letters on PGlite", () => deadLetterContract(async () => deadLettersOn(database)));
describe("idempotency on PGlite", () => idempotencyContract(async () => idempotencyOn(database)));
describe("transactions on PGlite", () =>
  transactionContract(async () => ({
    sql: database,
    transaction: (work) => database.transaction((tx) => work(tx)),
  })));
