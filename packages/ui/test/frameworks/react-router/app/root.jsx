import "@groundwork/ui/styles.css";
import { Links, Meta, Outlet, Scripts, useLoaderData } from "react-router";

/** The theme that was chosen is in a cookie, so that the server's HTML already has it. */
export function loader({ request }) {
  return { theme: /\btheme=(\w+)/.exec(request.headers.get("Cookie") ?? "")?.[1] };
}

export default function Root() {
  const { theme } = useLoaderData();
  return (
    <html lang="en" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Catalogue</title>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}
