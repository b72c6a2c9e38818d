import { Accordion } from "@groundwork/ui";
import { useId } from "react";
import type { Specimen } from "../conformance.tsx";

function Two(props: object) {
  const id = useId();
  const items = ["One", "Two"].map((word) => ({ id: id + word, title: word, children: `About ${word}.` }));
  return <Accordion exclusive items={items} {...props} />;
}

export default {
  name: "Accordion",
  render: (props) => <Two {...props} />,
  root: ".gw-accordion",
  open: (container) => container.querySelector("summary")!.click(),
} satisfies Specimen;
