import { Link } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Link",
  render: (props) => (
    <Link href="#x" {...props}>
      Terms of use
    </Link>
  ),
  root: "a.gw-link",
} satisfies Specimen;
