import { Stepper } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Stepper",
  render: (props) => (
    <Stepper
      label="Your order"
      doneLabel="done"
      current={1}
      steps={[{ label: "Cart", href: "#cart" }, { label: "Address" }, { label: "Pay" }]}
      {...props}
    />
  ),
  root: ".gw-stepper",
} satisfies Specimen;
