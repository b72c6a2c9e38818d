import { Tree } from "@groundwork/ui";
import { userEvent } from "vitest/browser";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Tree",
  render: (props) => (
    <Tree
      label="Files"
      defaultExpanded={["src"]}
      items={[
        {
          value: "src",
          label: "src",
          children: [
            { value: "index", label: "index.ts, with a name that is rather long for a narrow page" },
            { value: "test", label: "test", busy: true, children: [] },
          ],
        },
        { value: "docs", label: "Documents", href: "#docs" },
        { value: "locked", label: "Locked", disabled: true },
      ]}
      {...props}
    />
  ),
  root: ".gw-tree",
  state: {
    props: ["value", "defaultValue", "onValueChange"],
    first: "src",
    second: "test",
    read: (container) => container.querySelector('[aria-selected="true"]')?.textContent,
    change: (container) => userEvent.click(container.querySelectorAll("[role=treeitem]")[2]!),
    from: (value) => value,
  },
} satisfies Specimen;
