import { Card, Grid } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Grid",
  render: (props) => (
    <Grid minimum="large" {...props}>
      <Card>One</Card>
      <Card>Two</Card>
    </Grid>
  ),
  root: ".gw-grid",
} satisfies Specimen;
