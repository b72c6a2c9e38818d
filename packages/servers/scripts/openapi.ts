// Writes the OpenAPI document to the path given: `npm run openapi -w packages/servers -- <path>`.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createApp } from "@groundwork/servers";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";

const path = process.argv[2];
if (!path) throw new Error("Say where to write it: npm run openapi -w packages/servers -- openapi.json");
const connection = new Kysely<unknown>({
  dialect: {
    createDriver: () => new DummyDriver(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (connection) => new PostgresIntrospector(connection),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const app = await createApp({
  database: { engine: "embedded", connection, close: async () => {} },
  tokenSecret: new Uint8Array(32),
  sendMail: async () => {},
  publicUrl: "http://localhost:4000",
});
const target = resolve(process.env.INIT_CWD ?? ".", path);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
