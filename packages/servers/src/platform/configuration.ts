import { resolve } from "node:path";

/** What the process is told by its environment. */
export interface Configuration {
  port: number;
  host: string;
  /** Where people open the app. */
  publicUrl: string;
  /** A Postgres server; without one the embedded database is used. */
  databaseUrl?: string;
  /** The embedded database, the secret and mails that are not sent. */
  dataFolder: string;
  sessionSecret?: string;
  smtpUrl?: string;
  mailFrom: string;
  logLevel: string;
  trustProxy: boolean;
  metricsToken?: string;
  /** Whether an empty embedded database gets demo accounts and data. */
  demo: boolean;
  appFolder?: string;
  storybookFolder?: string;
}

/** Says every setting that does not fit, one a line. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError" as const;
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

const LOG_LEVELS: readonly string[] = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/**
 * Reads the configuration from environment variables; an empty one counts as unset.
 *
 * @throws ConfigurationError that names every variable that does not fit, its value (never a secret's) and the remedy.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const problems: string[] = [];
  const read = (name: string): string | undefined => environment[name] || undefined;
  const refuse = (name: string, expected: string, got = ` got ${JSON.stringify(read(name))}`) => {
    problems.push(`${name}: expected ${expected},${got}.`);
  };
  const url = (name: string, protocols: readonly string[]): string | undefined => {
    const value = read(name);
    if (value && !protocols.some((protocol) => value.startsWith(`${protocol}://`) && URL.canParse(value))) {
      refuse(name, `an address that starts with ${protocols.join(":// or ")}://`, " got something else");
    }
    return value;
  };
  const flag = (name: string, otherwise: boolean): boolean => {
    const value = read(name) ?? (otherwise ? "1" : "0");
    if (!["0", "1", "true", "false"].includes(value)) refuse(name, "1 or 0");
    return value === "1" || value === "true";
  };

  const portText = read("PORT") ?? "4000";
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) refuse("PORT", "an integer from 0 to 65535");
  const host = read("HOST") ?? "127.0.0.1";
  const databaseUrl = url("DATABASE_URL", ["postgres", "postgresql"]);
  const publicUrl = url("PUBLIC_URL", ["http", "https"]) ?? `http://localhost:${portText}`;
  const smtpUrl = url("SMTP_URL", ["smtp", "smtps"]);
  const logLevel = read("LOG_LEVEL") ?? "warn";
  if (!LOG_LEVELS.includes(logLevel)) refuse("LOG_LEVEL", `one of ${LOG_LEVELS.join(", ")}`);
  const sessionSecret = read("SESSION_SECRET");
  if (sessionSecret && sessionSecret.length < 32) {
    refuse("SESSION_SECRET", "at least 32 characters", ` got ${sessionSecret.length}`);
  }
  const trustProxy = flag("TRUST_PROXY", false);
  const demo = flag("DEMO", !databaseUrl);
  if (demo && databaseUrl) {
    problems.push(
      "DEMO: demo accounts have a public password, so they are made on the embedded database only; unset it.",
    );
  }
  const metricsToken = read("METRICS_TOKEN");
  const appFolder = read("APP_FOLDER");
  const storybookFolder = read("STORYBOOK_FOLDER");
  if (problems.length > 0) throw new ConfigurationError(problems);
  return {
    port,
    host,
    publicUrl,
    dataFolder: resolve(read("DATA_FOLDER") ?? ".groundwork"),
    mailFrom: read("MAIL_FROM") ?? "Groundwork <no-reply@localhost>",
    logLevel,
    trustProxy,
    demo,
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(sessionSecret ? { sessionSecret } : {}),
    ...(smtpUrl ? { smtpUrl } : {}),
    ...(metricsToken ? { metricsToken } : {}),
    ...(appFolder ? { appFolder: resolve(appFolder) } : {}),
    ...(storybookFolder ? { storybookFolder: resolve(storybookFolder) } : {}),
  };
}
