import { Alert, Skeleton } from "@groundwork/ui";
import { Suspense } from "react";
import { Await, useLoaderData } from "react-router";
import { CataloguePage } from "../shared/catalogue-page.jsx";
import { SignUp } from "../shared/client-parts.jsx";

export function headers() {
  return import.meta.env.PROD ? { "Content-Security-Policy": "style-src 'self'" } : {};
}

export function loader() {
  return { late: new Promise((resolve) => setTimeout(() => resolve("Streamed later"), 400)) };
}

export default function CatalogueRoute() {
  const { late } = useLoaderData();
  return (
    <CataloguePage
      late={
        <Suspense fallback={<Skeleton />}>
          <Await resolve={late}>
            {(words) => (
              <section id="late">
                <Alert>{words}</Alert>
                <SignUp />
              </section>
            )}
          </Await>
        </Suspense>
      }
    />
  );
}
