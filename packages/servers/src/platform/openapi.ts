import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { problemSchema } from "./schemas.ts";
import type { System } from "./system.ts";

type Json = { [key: string]: unknown };

/** Serves the document that the routes' own schemas make, readable at `/docs` and as JSON at `/docs/json`. */
export async function serveDocuments(
  app: FastifyInstance,
  systems: readonly Pick<System, "name" | "description">[],
): Promise<void> {
  app.addHook("onRoute", (route) => {
    if (!route.url.startsWith("/api/")) return;
    route.schema ??= {};
    const { schema } = route;
    schema.response = { ...(schema.response as Json), default: problemSchema() };
    schema.security = route.config?.public ? [] : [{ accessToken: [] }];
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Groundwork servers",
        version: "1",
        description: "Amounts are integers in minor units (cents). Every refusal is a problem (RFC 9457).",
      },
      tags: systems.map(({ name, description }) => ({ name, description })),
      components: { securitySchemes: { accessToken: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    },
    transformObject: (document) => {
      if (!("openapiObject" in document)) return document.swaggerObject;
      return nameComponents(document.openapiObject as unknown as Json) as never;
    },
  });
  await app.register(swaggerUi, { routePrefix: "/docs", staticCSP: true });
}

/** Moves every schema that has a `title` into the components, once, and leaves a reference. */
function nameComponents(document: Json): Json {
  const schemas: Json = {};
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== "object") return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, visit(child)]));
    if (typeof copy.title !== "string" || (copy.type === undefined && copy.anyOf === undefined)) return copy;
    const { title, ...schema } = copy;
    schemas[title] = schema;
    return { $ref: `#/components/schemas/${title}` };
  };
  const { paths, components, ...rest } = document;
  const named = visit(paths) as Record<string, Record<string, Json>>;
  for (const operation of Object.values(named).flatMap((methods) => Object.values(methods))) {
    const failure = (operation.responses as Record<string, { description: string; content?: Json }>)?.default;
    if (!failure?.content) continue;
    failure.description = "A problem";
    failure.content = { "application/problem+json": failure.content["application/json"] };
  }
  return { ...rest, components: { ...(components as Json), schemas }, paths: named };
}
