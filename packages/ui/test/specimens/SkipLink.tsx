import { SkipLink } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "SkipLink",
  render: (props) => (
    <div>
      <SkipLink href="#target" {...props}>
        Skip to content
      </SkipLink>
      <section id="target" aria-label="Content" tabIndex={-1} />
    </div>
  ),
  root: ".gw-skip-link",
  excused: { targets: "It is seen only while it has focus.", "two roots": "Its target is a given id." },
} satisfies Specimen;
