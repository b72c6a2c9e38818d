import { Pagination } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Pagination",
  render: (props) => (
    <Pagination
      label="Pages"
      previousLabel="Previous"
      nextLabel="Next"
      page={1}
      count={12}
      href={(page) => `#${page}`}
      {...props}
    />
  ),
  root: ".gw-pagination",
} satisfies Specimen;
