import type { FastifyInstance } from "fastify";
import type { Platform } from "../platform/platform.ts";
import { balanceRoutes } from "./balances/routes.ts";
import { groupRoutes } from "./groups/routes.ts";
import { invitationRoutes } from "./invitations/routes.ts";
import { recordRoutes } from "./records/routes.ts";

/** The routes of the system, a file a topic. */
export function routes(app: FastifyInstance, platform: Platform): void {
  groupRoutes(app, platform);
  invitationRoutes(app, platform);
  recordRoutes(app, platform);
  balanceRoutes(app, platform);
}
