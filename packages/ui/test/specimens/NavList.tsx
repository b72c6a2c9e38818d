import { NavList } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "NavList",
  render: (props) => (
    <NavList
      label="Main"
      items={[
        { href: "#a", label: "Home", current: true },
        { href: "#b", label: "Courses", icon: "★", items: [{ href: "#c", label: "Mathematics" }] },
      ]}
      {...props}
    />
  ),
  root: ".gw-nav-list",
} satisfies Specimen;
