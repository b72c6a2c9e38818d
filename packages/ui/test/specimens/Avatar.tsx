import { Avatar } from "@groundwork/ui";
import type { Specimen } from "../conformance.tsx";

export default {
  name: "Avatar",
  render: (props) => <Avatar name="Ada Lovelace" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" {...props} />,
  root: ".gw-avatar",
} satisfies Specimen;
