import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem-error.ts";

/** The cache of what the server said. A refusal is final; only a server that cannot be reached is asked again. */
export function createCache(): QueryClient {
  const retry = (count: number, error: Error) =>
    error instanceof ProblemError && (error.status === 0 || error.status === 503) && count < 2;
  return new QueryClient({
    defaultOptions: {
      // Failures are shown by the page, not held back until the browser believes that it is online.
      queries: { retry, staleTime: 5_000, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
