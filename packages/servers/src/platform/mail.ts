import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import nodemailer from "nodemailer";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Hands a mail over; rejects when it was not taken. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Sends through a mail server, by its address (`smtps://user:password@host`). */
export function smtpMail(url: string, from: string): SendMail {
  const transport = nodemailer.createTransport(url);
  return async (mail) => {
    await transport.sendMail({ from, ...mail });
  };
}

/** Writes each mail as an `.eml` file into `folder`, which any mail program opens: the default, no server needed. */
export function folderMail(folder: string, from: string): SendMail {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  let count = 0;
  return async (mail) => {
    const { message } = await transport.sendMail({ from, ...mail });
    mkdirSync(folder, { recursive: true });
    const name = `${new Date().toISOString().replaceAll(":", "-")}-${process.pid}-${count++}.eml`;
    writeFileSync(join(folder, name), message as Buffer, { mode: 0o600 });
  };
}

/**
 * Sends without letting anybody wait: an answer must not tell by its time whether a mail went out, nor fail with the
 * mail server. Who did not get a mail asks for another. `sent` resolves when all that were begun are done.
 */
export function sendInBackground(
  sendMail: SendMail,
  onError: (error: Error) => void,
): { send(mail: Mail): void; sent(): Promise<void> } {
  const pending = new Set<Promise<void>>();
  return {
    send: (mail) => {
      const sending = sendMail(mail)
        .catch(onError)
        .finally(() => pending.delete(sending));
      pending.add(sending);
    },
    sent: async () => {
      await Promise.all(pending);
    },
  };
}
