import { createDeadLetters, createIdempotency, LeaseLost } from "@groundwork/retry";
import { postgresDeadLetters, postgresIdempotency, type Sql } from "@groundwork/retry/postgres";
import { expect, it } from "vitest";

/** A database with the tables of this package and one more, and its way to open a transaction. */
export interface SqlHarness {
  sql: Sql;
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
}

/** What every SQL store must do inside a transaction of the caller's. */
export function transactionContract(open: () => Promise<SqlHarness>): void {
  const rollback = new Error("roll back");

  it("keeps a dead letter if and only if the caller's transaction commits", async () => {
    const { sql, transaction } = await open();
    const letters = createDeadLetters(postgresDeadLetters(sql));
    const input = { source: "tx", payload: 1 };
    const lost = transaction(async (tx) => {
      await letters.add({ id: "tx-lost", ...input }, { tx });
      throw rollback;
    });
    await expect(lost).rejects.toBe(rollback);
    await transaction((tx) => letters.add({ id: "tx-kept", ...input }, { tx }));
    expect(await letters.get("tx-lost")).toBeUndefined();
    expect(await letters.get("tx-kept")).toMatchObject({ state: "dead" });
  });

  it("commits an effect and the record of it together, or neither", async () => {
    const { sql, transaction } = await open();
    const idempotency = createIdempotency(postgresIdempotency(sql));
    let fails = true;
    const charge = () =>
      idempotency.run("tx-charge", 1, ({ complete }) =>
        transaction(async (tx) => {
          await tx.query("insert into effects (name) values ('charge')");
          await complete("charged", tx);
          if (fails) throw rollback;
          return "charged";
        }),
      );
    const effects = async () => (await sql.query("select name from effects where name = 'charge'")).rows.length;
    await expect(charge()).rejects.toBe(rollback);
    expect(await effects()).toBe(0);
    fails = false;
    expect(await charge()).toEqual({ value: "charged", replayed: false });
    expect(await charge()).toEqual({ value: "charged", replayed: true });
    expect(await effects()).toBe(1);
  });

  it("rolls back the effect of work whose key was taken over in the meantime", async () => {
    const { sql, transaction } = await open();
    const store = postgresIdempotency(sql);
    const idempotency = createIdempotency(store, { hash: () => "h" });
    const stalled = idempotency.run("tx-stalled", 1, async ({ complete }) => {
      await sql.query("update groundwork_idempotency set lease_until = clock_timestamp() where key = 'tx-stalled'");
      expect(await store.begin("tx-stalled", "h", "next", 60_000, 60_000)).toEqual({ state: "begun" });
      return transaction(async (tx) => {
        await tx.query("insert into effects (name) values ('stalled')");
        await complete("late", tx);
      });
    });
    await expect(stalled).rejects.toThrow(LeaseLost);
    expect((await sql.query("select name from effects where name = 'stalled'")).rows).toEqual([]);
  });
}
