import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createApp } from "./create-app.ts";
import { DEFAULT_PASSWORD_COST } from "./platform/accounts/password.ts";
import type { Configuration } from "./platform/configuration.ts";
import { lockDataFolder } from "./platform/data-folder.ts";
import { migrate } from "./platform/database/migrate.ts";
import { openEmbedded } from "./platform/database/open-embedded.ts";
import { openPostgres } from "./platform/database/open-postgres.ts";
import { folderMail, smtpMail } from "./platform/mail.ts";
import { createMetrics } from "./platform/metrics.ts";
import type { StaticFolders } from "./platform/static-files.ts";
import { createTurns } from "./platform/turns.ts";
import { schema } from "./schema.ts";
import { seedDemo } from "./seed-demo.ts";
import { systems } from "./systems.ts";

/** A server that listens. */
export interface Running {
  url: string;
  /** What it keeps its data in, for people. */
  databaseName: string;
  /** Answers what was asked, refuses what comes after, and frees the port, the database and the folder. */
  close(): Promise<void>;
}

/** Opens the database, brings it up to date, fills an empty embedded one with demo data, and listens. */
export async function start(configuration: Configuration, folders: StaticFolders = {}): Promise<Running> {
  const { databaseUrl, dataFolder, mailFrom, publicUrl, smtpUrl } = configuration;
  const undo: (() => unknown)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const metrics = createMetrics();
    if (!databaseUrl) {
      const lock = lockDataFolder(dataFolder);
      undo.push(() => lock.release());
    }
    const database = databaseUrl
      ? openPostgres(databaseUrl, { log: metrics.observeStatement })
      : await openEmbedded(dataFolder, metrics.observeStatement);
    undo.push(() => database.close());
    await migrate(database, schema);
    const sendMail = smtpUrl ? smtpMail(smtpUrl, mailFrom) : folderMail(join(dataFolder, "outbox"), mailFrom);
    if (configuration.demo) {
      const quiet = { database, clock: Date.now, random: randomBytes, sendMail, publicUrl, inTurn: createTurns() };
      await seedDemo(quiet, systems, DEFAULT_PASSWORD_COST);
    }
    const app = await createApp({
      database,
      tokenSecret: Buffer.from(configuration.sessionSecret ?? keptSecret(dataFolder)),
      sendMail,
      publicUrl,
      logLevel: configuration.logLevel,
      metrics,
      metricsToken: configuration.metricsToken,
      folders,
      trustProxy: configuration.trustProxy,
    });
    undo.push(() => app.close());
    await app.listen({ port: configuration.port, host: configuration.host });
    const { port } = app.server.address() as AddressInfo;
    const host =
      configuration.host === "127.0.0.1" || configuration.host === "0.0.0.0" ? "localhost" : configuration.host;
    const databaseName = databaseUrl ? "Postgres" : `embedded database in ${dataFolder}`;
    return { url: `http://${host}:${port}`, databaseName, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The secret that signs access tokens: made on the first start, readable by its owner only, complete or not there. */
function keptSecret(folder: string): string {
  const path = join(folder, "secret");
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, randomBytes(48).toString("base64url"), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(path, "utf8");
}
