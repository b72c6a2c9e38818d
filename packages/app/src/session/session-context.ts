import { createContext, use, useSyncExternalStore } from "react";
import type { Session, SessionState } from "./create-session.ts";

export const SessionContext = /* @__PURE__ */ createContext<Session | undefined>(undefined);

/** The session, and who is signed in right now. */
export function useSession(): { session: Session; current: SessionState } {
  const session = use(SessionContext);
  if (!session) throw new Error("Expected a SessionContext around the app.");
  return { session, current: useSyncExternalStore(session.subscribe, session.get) };
}
