import type { Platform } from "./platform.ts";

/** A new UUID, version 7 (RFC 9562): it sorts by time, so indexes grow at one end. */
export function newId({ clock, random }: Pick<Platform, "clock" | "random">): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(clock(), 0, 6);
  bytes.set(random(10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A secret for a link or a cookie: 256 random bits, safe in an address. */
export function newSecret({ random }: Pick<Platform, "random">): string {
  return Buffer.from(random(32)).toString("base64url");
}
