import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createCache } from "./api/cache.ts";
import { createSession } from "./session/create-session.ts";
import { SessionContext } from "./session/session-context.ts";
import "@groundwork/ui/tokens.css";
import "./app.css";

const session = createSession();
const cache = createCache();
// Nothing of one person's may stay for the next.
session.subscribe(() => {
  if (session.get().state !== "signed-in") cache.clear();
});
void session.resume();

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </QueryClientProvider>
  </StrictMode>,
);
