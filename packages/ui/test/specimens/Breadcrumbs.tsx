import { Breadcrumbs } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Breadcrumbs",
  render: (props) => (
    <Breadcrumbs
      label="You are here"
      items={[
        { href: "#a", label: "Home" },
        { href: "#b", label: "Courses" },
      ]}
      {...props}
    />
  ),
  root: ".gw-breadcrumbs",
} satisfies Specimen;
