import { Button } from "@groundwork/ui";
import type { JSX } from "react";
import { Redirect, Route, Switch } from "wouter";
import { GroupPage } from "./expenses/GroupPage.tsx";
import { GroupsPage } from "./expenses/GroupsPage.tsx";
import { JoinPage } from "./expenses/JoinPage.tsx";
import { MeasurementsPage } from "./expenses/MeasurementsPage.tsx";
import { Frame } from "./Frame.tsx";
import { Notice } from "./Notice.tsx";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { ResetPage } from "./pages/ResetPage.tsx";
import { SignInPage } from "./pages/SignInPage.tsx";
import { SignUpPage } from "./pages/SignUpPage.tsx";
import { VerifyPage } from "./pages/VerifyPage.tsx";
import { useSession } from "./session/session-context.ts";

/** Every page by its address; those of a system need somebody signed in, and come back to it after sign-in. */
export function App(): JSX.Element {
  const { session, current } = useSession();
  if (current.state === "resuming") return <Frame>{null}</Frame>;
  if (current.state === "unreachable") {
    return (
      <Frame>
        <Notice
          title="The server cannot be reached"
          action={<Button onClick={() => void session.resume()}>Try again</Button>}
        >
          Check that it is running and that you are connected.
        </Notice>
      </Frame>
    );
  }
  return (
    <Frame>
      <Switch>
        <Route path="/verify" component={VerifyPage} />
        <Route path="/reset" component={ResetPage} />
        <Route>
          {current.state === "signed-in" ? (
            <Switch>
              <Route path="/expenses" component={GroupsPage} />
              <Route path="/expenses/join" component={JoinPage} />
              <Route path="/expenses/:id">{({ id }) => <GroupPage key={id} id={id} />}</Route>
              <Route path="/expenses/:id/measurements">{({ id }) => <MeasurementsPage key={id} id={id} />}</Route>
              <Route path="/sign-in">
                <Redirect to={afterSignIn()} replace />
              </Route>
              <Route path="/sign-up">
                <Redirect to={afterSignIn()} replace />
              </Route>
              <Route path="/">
                <Redirect to="/expenses" replace />
              </Route>
              <Route component={NotFoundPage} />
            </Switch>
          ) : (
            <Switch>
              <Route path="/sign-up" component={SignUpPage} />
              <Route path="/sign-in" component={SignInPage} />
              <Route>
                <Redirect to={signInAddress()} replace />
              </Route>
            </Switch>
          )}
        </Route>
      </Switch>
    </Frame>
  );
}

/** The sign-in page, with the address to come back to. */
function signInAddress(): string {
  const here = `${location.pathname}${location.hash}`;
  return here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`;
}

/** The address to come back to: one of this app, never another site's. */
function afterSignIn(): string {
  const next = new URLSearchParams(location.search).get("next") ?? "";
  return /^\/[^/\\]/.test(next) ? next : "/expenses";
}
