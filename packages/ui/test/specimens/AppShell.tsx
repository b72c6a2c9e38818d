import { AppShell, NavList } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "AppShell",
  render: (props) => (
    <AppShell
      skipLabel="Skip to content"
      navLabel="Menu"
      header={<strong>Campus</strong>}
      nav={<NavList label="Main" items={[{ href: "#a", label: "Home" }]} />}
      footer="Open until six"
      {...props}
    >
      <h1>Today</h1>
    </AppShell>
  ),
  root: ".gw-app-shell",
  page: true,
  excused: { targets: "Its skip link is seen only while it has focus.", "two roots": "One is a page." },
} satisfies Specimen;
