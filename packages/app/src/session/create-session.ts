import { type ApiClient, createClient, dataOf } from "../api/create-client.ts";
import { ProblemError } from "../api/problem-error.ts";
import type { components } from "../api/schema.d.ts";

export type Account = components["schemas"]["Account"];
type SessionAnswer = components["schemas"]["Session"];

export type SessionState =
  | { readonly state: "resuming" }
  | { readonly state: "unreachable" }
  | { readonly state: "signed-out" }
  | { readonly state: "signed-in"; readonly account: Account };

/** Who is signed in. The access token stays in memory; the refresh token is a cookie that no script can read. */
export interface Session {
  readonly api: ApiClient;
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Takes up the session that the cookie holds, if any. */
  resume(): Promise<void>;
  signUp(body: { email: string; name: string; password: string }): Promise<void>;
  signIn(body: { email: string; password: string }): Promise<void>;
  signOut(): Promise<void>;
  /** Takes over an account that changed, such as one whose address was confirmed. */
  update(account: Account): void;
}

export function createSession(fetch?: typeof globalThis.fetch): Session {
  let current: SessionState = { state: "resuming" };
  let token: string | undefined;
  let renewal: Promise<string | undefined> | undefined;
  const listeners = new Set<() => void>();

  // Requests that fail together renew together: the refresh token is good for one exchange.
  const renew = () => {
    renewal ??= refresh().finally(() => {
      renewal = undefined;
    });
    return renewal;
  };
  const api = createClient({ current: () => token, renew }, fetch);

  function become(next: SessionState) {
    current = next;
    for (const listener of listeners) listener();
  }
  function enter({ account, accessToken }: SessionAnswer): string {
    token = accessToken;
    become({ state: "signed-in", account });
    return accessToken;
  }
  async function refresh(): Promise<string | undefined> {
    try {
      token = undefined;
      return enter(await dataOf(api.POST("/api/account/refresh")));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) become({ state: "signed-out" });
      else if (current.state === "resuming") become({ state: "unreachable" });
      else throw error;
      return undefined;
    }
  }
  return {
    api,
    get: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async resume() {
      become({ state: "resuming" });
      await renew();
    },
    async signUp(body) {
      enter(await dataOf(api.POST("/api/account/sign-up", { body })));
    },
    async signIn(body) {
      enter(await dataOf(api.POST("/api/account/sign-in", { body })));
    },
    async signOut() {
      await dataOf(api.POST("/api/account/sign-out"));
      token = undefined;
      become({ state: "signed-out" });
    },
    update(account) {
      if (current.state === "signed-in") become({ state: "signed-in", account });
    },
  };
}
