import { Card } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Card",
  render: (props) => (
    <Card {...props}>
      <h2>Linear algebra</h2>
      <p>Averylongwordthatdoesnotfitintoanarrowcolumnofthreehundredandtwentypixels</p>
    </Card>
  ),
  root: ".gw-card",
} satisfies Specimen;
