import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "./answer-problems.ts";
import { notFound } from "./problem.ts";

/** Folders of built files; one that is missing is not served. */
export interface StaticFolders {
  app?: string | undefined;
  storybook?: string | undefined;
}

/**
 * Serves the web app, its pages' addresses included (any address that is no file and no API answers with its
 * index.html), and the Storybook under /storybook.
 */
export async function serveStaticFiles(app: FastifyInstance, folders: StaticFolders): Promise<void> {
  const { storybook } = folders;
  const pages = folders.app && existsSync(join(folders.app, "index.html")) ? resolve(folders.app) : undefined;
  if (pages) {
    await app.register(fastifyStatic, {
      root: pages,
      wildcard: false,
      index: false,
      cacheControl: false,
      // Names under assets/ carry a hash of their content.
      setHeaders: (reply, path) => reply.header("cache-control", path.includes("/assets/") ? HASHED : "no-cache"),
    });
  }
  if (storybook) {
    await app.register(fastifyStatic, {
      root: resolve(storybook),
      prefix: "/storybook/",
      prefixAvoidTrailingSlash: false,
      decorateReply: !pages,
      redirect: true,
      setHeaders: (reply) => {
        // Storybook is built with inline scripts and shows each story in a frame of its own.
        reply.header("content-security-policy", "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:");
        reply.header("x-frame-options", "SAMEORIGIN");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0]!;
    const page = request.method === "GET" && !/^\/(api|docs|metrics|healthz|storybook)(\/|$)/.test(path);
    if (pages && page && !path.includes("."))
      return reply.header("cache-control", "no-cache").sendFile("index.html", pages);
    return sendProblem(reply, notFound());
  });
}

const HASHED = "public, max-age=31536000, immutable";
