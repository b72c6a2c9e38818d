import type { JSX } from "react";
import { Link } from "wouter";
import { Notice } from "../Notice.tsx";
import { usePageTitle } from "./use-page-title.ts";

export function NotFoundPage(): JSX.Element {
  usePageTitle("Not found");
  return (
    <Notice title="There is nothing here that you may see" action={<Link href="/expenses">Go to your groups</Link>}>
      The address may be mistyped, or the group may not be yours.
    </Notice>
  );
}
