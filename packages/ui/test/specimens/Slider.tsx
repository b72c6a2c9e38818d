import { Slider } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";
import { press } from "../harness.tsx";

export default {
  name: "Slider",
  render: (props) => <Slider label="Distance" {...props} />,
  root: ".gw-slider",
  control: "input",
  state: {
    props: ["value", "defaultValue", "onChange"],
    first: "40",
    second: "41",
    read: (container) => container.querySelector<HTMLInputElement>("input")?.value,
    change: (container) => {
      container.querySelector("input")!.focus();
      return press("ArrowRight");
    },
  },
} satisfies Specimen;
