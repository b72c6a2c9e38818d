// Milliseconds an expense, request to answer, on each engine: the embedded one, and Postgres when DATABASE_URL names it.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type Database, migrate, openEmbedded, openPostgres, schema } from "@groundwork/servers";
import { sql } from "kysely";

const COUNT = Number(process.env.COUNT ?? 300);

console.log(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${COUNT} expenses of four people`);
const folder = mkdtempSync(join(tmpdir(), "groundwork-bench-"));
await measure("embedded", await openEmbedded(folder));
rmSync(folder, { recursive: true, force: true });

const url = process.env.DATABASE_URL;
if (url) {
  const name = `groundwork_bench_${process.pid}`;
  const admin = openPostgres(url);
  await sql.raw(`create database ${name}`).execute(admin.connection);
  const own = new URL(url);
  own.pathname = `/${name}`;
  await measure("postgres", openPostgres(own.href));
  await sql.raw(`drop database ${name} with (force)`).execute(admin.connection);
  await admin.close();
}

async function measure(name: string, database: Database): Promise<void> {
  await migrate(database, schema);
  const limits = { perAddress: 1e9, perAccount: 1e9, perSignIn: 1e9, maxEventLoopDelayMs: 0 };
  const app = await createApp({
    database,
    limits,
    tokenSecret: new Uint8Array(32),
    sendMail: async () => {},
    publicUrl: "http://localhost",
    passwordCost: 4,
  });
  let token = "";
  const send = async (method: "GET" | "POST", path: string, payload?: object) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const answer = await app.inject({ method, url: `/api${path}`, headers, ...(payload ? { payload } : {}) });
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json();
  };
  const person = { email: "bench@example.org", name: "Bench", password: "a long password" };
  token = (await send("POST", "/account/sign-up", person)).accessToken;
  const group = await send("POST", "/expenses/groups", { name: "Bench", currency: "EUR", members: ["B", "C", "D"] });
  const members: string[] = group.members.map((member: { id: string }) => member.id);
  const path = `/expenses/groups/${group.id}`;
  const add = (i: number) => {
    const amount = 1000 + ((i * 7919) % 9000);
    const payers = [{ memberId: members[i % 4], amount }];
    const split = { kind: "equally", members: i % 3 ? members : members.slice(1) };
    return send("POST", `${path}/expenses`, {
      description: `Expense ${i}`,
      amount,
      paidOn: "2026-05-01",
      payers,
      split,
    });
  };
  for (let i = 0; i < 50; i++) await add(i);
  const times: number[] = [];
  for (let i = 0; i < COUNT; i++) {
    const start = performance.now();
    await add(i);
    times.push(performance.now() - start);
  }
  const timed = async (route: string) => {
    const start = performance.now();
    await send("GET", `${path}/${route}`);
    return performance.now() - start;
  };
  const balances = await timed("balances");
  const settlement = await timed("settlement");
  const { edgesBefore, edgesAfter, sum, recountAgrees } = await send("GET", `${path}/measurements`);
  if (sum !== 0 || !recountAgrees) throw new Error("The balances do not agree with a recount.");
  times.sort((a, b) => a - b);
  const at = (q: number) => times[Math.floor(q * COUNT)]!.toFixed(1);
  console.log(
    `${name}: an expense ${at(0.5)} ms median, ${at(0.95)} ms p95; balances ${balances.toFixed(1)} ms; settlement ${settlement.toFixed(1)} ms; edges ${edgesBefore} before, ${edgesAfter} after; sum ${sum}`,
  );
  await app.close();
  await database.close();
}
