import type { Database } from "./database/database.ts";
import type { Mail } from "./mail.ts";
import type { InTurn } from "./turns.ts";

/** What the platform gives to every system. */
export interface Platform {
  readonly database: Database;
  /** The time in milliseconds since 1970. */
  readonly clock: () => number;
  /** Cryptographically random bytes. */
  readonly random: (size: number) => Uint8Array;
  /** Hands a mail over in the background; a failure is logged. */
  readonly sendMail: (mail: Mail) => void;
  /** A line in front of whatever is locked in the database. */
  readonly inTurn: InTurn;
  /** Where people open the app, without a slash at its end: links in mails start with it. */
  readonly publicUrl: string;
}
