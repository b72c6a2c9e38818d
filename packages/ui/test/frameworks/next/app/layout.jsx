import "@groundwork/ui/styles.css";
import { cookies } from "next/headers";

export const metadata = { title: "Catalogue" };

/** The theme that was chosen is in a cookie, so that the server's HTML already has it. */
export default async function Layout({ children }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en" data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
