import { cpus } from "node:os";
import { durable } from "./durable.ts";
import { fairness } from "./fairness.ts";
import { memory } from "./memory.ts";

// npm run bench -w packages/scheduler [-- memory | fairness | durable]; `durable` needs DATABASE_URL for its peers.
const only = process.argv[2];
console.log(`${cpus()[0]?.model.trim()} × ${cpus().length}, Node ${process.version}`);
if (only === undefined || only === "fairness") fairness();
if (only === undefined || only === "memory") await memory();
if (only === undefined || only === "durable") await durable(process.env.DATABASE_URL);
