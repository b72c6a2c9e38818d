import { Button } from "@groundwork/ui";
import { type JSX, type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { useSession } from "./session/session-context.ts";

/** The frame around every page: a skip link, the name, who is signed in. A new page takes the focus to its top. */
export function Frame({ children }: { children: ReactNode }): JSX.Element {
  const { session, current } = useSession();
  const [path, navigate] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(path);
  useEffect(() => {
    if (first.current === path) return;
    first.current = path;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path]);
  return (
    <>
      <a className="app-skip" href="#main">
        Skip to the content
      </a>
      <header className="app-header">
        <Link href="/expenses" className="app-name">
          <img src="/icon.svg" alt="" width="28" height="28" />
          Groundwork
        </Link>
        {current.state === "signed-in" && (
          <div className="app-account">
            <span>{current.account.name}</span>
            <Button
              variant="plain"
              size="small"
              onClick={() => void session.signOut().then(() => navigate("/sign-in"))}
            >
              Sign out
            </Button>
          </div>
        )}
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
