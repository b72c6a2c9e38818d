import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Database } from "./database/database.ts";

/**
 * `/healthz/live`: the process answers; restart it when it does not. `/healthz`: it can serve, its database answers
 * within two seconds and it is not stopping; send it no traffic when it is 503.
 */
export function serveHealth(app: FastifyInstance, database: Database): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
  });
  const free = { schema: { hide: true }, config: { rateLimit: false as const } };
  const always = { ...free, config: { ...free.config, neverShed: true } };
  app.get("/healthz/live", always, async () => ({ live: true }));
  app.get("/healthz", free, async (_request, reply) => {
    const ready = !stopping && (await answers(database));
    return reply.code(ready ? 200 : 503).send({ live: true, ready, database: database.engine });
  });
}

async function answers(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2_000);
  });
  const answer = sql`select 1`.execute(database.connection).then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([answer, late]);
  clearTimeout(timer);
  return ready;
}
