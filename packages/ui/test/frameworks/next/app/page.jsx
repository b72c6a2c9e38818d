import { Alert, Skeleton } from "@groundwork/ui";
import { Suspense } from "react";
import { CataloguePage } from "../shared/catalogue-page.jsx";
import { SignUp } from "../shared/client-parts.jsx";
import { signUp } from "./sign-up.js";

/** A server component. */
export default function Page() {
  return (
    <CataloguePage
      late={
        <Suspense fallback={<Skeleton />}>
          <Late />
        </Suspense>
      }
    />
  );
}

async function Late() {
  await new Promise((resolve) => setTimeout(resolve, 400));
  return (
    <section id="late">
      <Alert>Streamed later</Alert>
      <SignUp answer={signUp} />
    </section>
  );
}
