import { AppShell, NavList } from "@groundwork/ui";
import { catalogue } from "./catalogue.jsx";
import { Hydrated } from "./client-parts.jsx";

/** Every component in a section of its own; `late` is what streams in. */
export function CataloguePage({ late }) {
  return (
    <AppShell
      data-component="AppShell"
      skipLabel="Skip to content"
      navLabel="Sections"
      header={<h1>Catalogue</h1>}
      nav={<NavList label="Pages" items={[{ href: "/", label: "All" }]} />}
    >
      {Object.entries(catalogue).map(([name, element]) => (
        <section key={name} data-component={name}>
          {element}
        </section>
      ))}
      {late}
      <Hydrated />
    </AppShell>
  );
}
