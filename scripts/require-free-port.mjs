import { createServer } from "node:net";
import { refuse } from "./refuse.mjs";

/**
 * Refuses with one line when `port` cannot be listened on.
 *
 * @param remedy - a command that uses another one
 */
export async function requireFreePort(port, remedy) {
  const probe = createServer();
  const error = await new Promise((resolve) => {
    probe.once("error", resolve);
    probe.listen({ port, host: process.env.HOST ?? "127.0.0.1" }, () => probe.close(() => resolve(undefined)));
  });
  if (error?.code === "EADDRINUSE") refuse(`Port ${port} is taken by another program: ${remedy(port + 1)}.`);
  if (error?.code === "EACCES") refuse(`Port ${port} is reserved for the system: ${remedy(4000)}.`);
  if (error) refuse(`Port ${port} cannot be opened (${error.message}): ${remedy(4001)}.`);
}
