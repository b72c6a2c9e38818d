import { TextArea } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";
import { press } from "../harness.tsx";

export default {
  name: "TextArea",
  render: (props) => <TextArea label="Message" hint="A hint" error="An error" {...props} />,
  root: ".gw-field",
  control: "textarea",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "ab",
    second: "abc",
    read: (container) => container.querySelector<HTMLInputElement>("textarea")?.value,
    change: (container) => {
      const area = container.querySelector("textarea")!;
      area.focus();
      area.setSelectionRange(9, 9);
      return press("c");
    },
  },
} satisfies Specimen;
