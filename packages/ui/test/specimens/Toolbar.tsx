import { Button, Menu, MenuItem, ToggleGroup, Toolbar } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Toolbar",
  render: (props) => (
    <Toolbar label="Text" {...props}>
      <ToggleGroup
        label="Style"
        multiple
        options={[
          { value: "bold", label: "Bold", icon: "B" },
          { value: "italic", label: "Italic", icon: "I" },
        ]}
      />
      <Button disabled>Undo</Button>
      <Menu label="More">
        <MenuItem>Paste</MenuItem>
      </Menu>
    </Toolbar>
  ),
  root: ".gw-toolbar",
} satisfies Specimen;
