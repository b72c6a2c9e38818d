import type { FastifyInstance } from "fastify";
import type { Platform } from "./platform.ts";

/** One system: a folder with its routes, its schema and, for the embedded database, its demo data. */
export interface System {
  /** Names the API (`/api/<name>`), its tag in the documents and its migrations. */
  readonly name: string;
  readonly description: string;
  /** SQL by name; names are never changed once released, texts neither. */
  readonly migrations: Readonly<Record<string, string>>;
  /** Registers the routes; paths are relative to `/api/<name>`. */
  routes(app: FastifyInstance, platform: Platform): void | Promise<void>;
  /** Fills an empty database with something to look at. */
  seed?(platform: Platform, accounts: DemoAccounts): Promise<void>;
}

/** Account ids of the demo people, by first name in lower case. */
export type DemoAccounts = Readonly<Record<"ada" | "ben" | "cleo" | "dev", string>>;
