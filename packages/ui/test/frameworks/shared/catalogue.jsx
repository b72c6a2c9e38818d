import {
  Accordion,
  Alert,
  Announcer,
  Avatar,
  Badge,
  Breadcrumbs,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  CheckboxGroup,
  Combobox,
  ContextMenu,
  DatePicker,
  Dialog,
  Disclosure,
  Drawer,
  dialogOpener,
  EmptyState,
  Field,
  Fieldset,
  FileField,
  Grid,
  IconButton,
  Kbd,
  Link,
  Listbox,
  Menu,
  Menubar,
  MenuCheckbox,
  MenuGroup,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  Meter,
  NavList,
  NumberField,
  Pagination,
  Popover,
  Progress,
  RadioGroup,
  SearchField,
  Select,
  Skeleton,
  SkipLink,
  Slider,
  Spinner,
  Stack,
  Stepper,
  Submenu,
  Switch,
  Table,
  Tabs,
  TextArea,
  TextField,
  ToggleGroup,
  Toolbar,
  Tooltip,
  Tree,
  VisuallyHidden,
} from "@groundwork/ui";
import { DeleteTrip, Notices, SignUp } from "./client-parts.jsx";

const cities = [
  { value: "lisbon", label: "Lisbon" },
  { value: "oslo", label: "Oslo" },
  { value: "porto", label: "Porto" },
];

/** Every component of the kit by its name, in a usual use; what takes functions is in client-parts.jsx. */
export const catalogue = {
  Accordion: (
    <Accordion
      exclusive
      items={[
        { id: "delivery", title: "Delivery", children: "Two to three days." },
        { id: "returns", title: "Returns", children: "Within a month." },
      ]}
    />
  ),
  Alert: <Alert tone="warning">Two courses are still open.</Alert>,
  AlertDialog: <DeleteTrip />,
  Announcer: <Announcer message="12 courses found" />,
  Avatar: <Avatar name="Ada Lovelace" src="/ada.png" />,
  Badge: <Badge tone="success">Paid</Badge>,
  Breadcrumbs: <Breadcrumbs label="You are here" items={[{ href: "/", label: "Home" }]} />,
  Button: <Button>Save</Button>,
  ButtonGroup: (
    <ButtonGroup label="Zoom">
      <Button variant="outline">Out</Button>
      <Button variant="outline">In</Button>
    </ButtonGroup>
  ),
  Card: <Card>Linear algebra</Card>,
  Checkbox: <Checkbox label="I have read the terms" />,
  CheckboxGroup: <CheckboxGroup label="Sizes" name="size" options={cities} />,
  Combobox: <Combobox label="City" name="city" options={cities} />,
  ContextMenu: (
    <ContextMenu label="Photo" items={<MenuItem>Duplicate</MenuItem>}>
      <Button variant="soft">Photo</Button>
    </ContextMenu>
  ),
  DatePicker: (
    <DatePicker
      label="Departure"
      name="departure"
      locale="en-GB"
      today="2026-11-24"
      labels={{
        open: "Choose a date",
        previousMonth: "Previous month",
        nextMonth: "Next month",
        previousYear: "Previous year",
        nextYear: "Next year",
      }}
      invalidMessage="Enter a date like 24/11/2026."
    />
  ),
  Dialog: (
    <>
      <Button {...dialogOpener("edit")}>Edit</Button>
      <Dialog id="edit" title="Edit profile" closeLabel="Close" actions={<Button>Done</Button>}>
        <TextField label="Nickname" />
      </Dialog>
    </>
  ),
  Disclosure: <Disclosure title="Details">More words.</Disclosure>,
  Drawer: (
    <>
      <Button {...dialogOpener("filters")}>Filters</Button>
      <Drawer id="filters" title="Filters" closeLabel="Close">
        <Switch label="Only mine" />
      </Drawer>
    </>
  ),
  EmptyState: <EmptyState title="No expenses yet">Add the first one.</EmptyState>,
  Field: <Field label="Colour">{(control) => <input type="color" {...control} />}</Field>,
  Fieldset: (
    <Fieldset label="Address">
      <TextField label="Street" />
    </Fieldset>
  ),
  FileField: <FileField label="Photos" />,
  Form: <SignUp />,
  Grid: (
    <Grid>
      <Card>One</Card>
    </Grid>
  ),
  IconButton: <IconButton label="Remove">×</IconButton>,
  Kbd: <Kbd>Esc</Kbd>,
  Link: <Link href="/terms">Terms</Link>,
  Listbox: <Listbox label="Town" name="town" options={cities} />,
  Menu: (
    <Menu label="Trip">
      <MenuItem>Rename</MenuItem>
      <MenuItem>Share</MenuItem>
    </Menu>
  ),
  Menubar: <Menubar label="Document" menus={[{ label: "Draft", children: <MenuItem>New</MenuItem> }]} />,
  MenuCheckbox: (
    <Menu label="View">
      <MenuCheckbox defaultChecked>Show the grid</MenuCheckbox>
    </Menu>
  ),
  MenuGroup: (
    <Menu label="Send">
      <MenuGroup label="By">
        <MenuItem>Mail</MenuItem>
      </MenuGroup>
    </Menu>
  ),
  MenuItem: (
    <Menu label="Go">
      <MenuItem href="/trips">All trips</MenuItem>
    </Menu>
  ),
  MenuRadioGroup: (
    <Menu label="Sort">
      <MenuRadioGroup label="By" options={cities} defaultValue="oslo" />
    </Menu>
  ),
  MenuSeparator: (
    <Menu label="Edit menu">
      <MenuItem>Copy</MenuItem>
      <MenuSeparator />
      <MenuItem>Delete</MenuItem>
    </Menu>
  ),
  Meter: <Meter label="Storage" value={42} max={50} valueText="42 of 50 GB" />,
  NavList: <NavList label="Main" items={[{ href: "/", label: "Home", current: true }]} />,
  NumberField: <NumberField label="Guests" decrementLabel="Fewer" incrementLabel="More" defaultValue={2} />,
  Pagination: (
    <Pagination
      label="Pages"
      previousLabel="Previous"
      nextLabel="Next"
      page={3}
      count={12}
      href={(page) => `/?page=${page}`}
    />
  ),
  Popover: (
    <>
      <Button popoverTarget="share">Share this</Button>
      <Popover id="share" label="Share this">
        Anyone with the link can read.
      </Popover>
    </>
  ),
  Progress: <Progress label="Uploading" value={3} max={8} valueText="3 of 8 files" />,
  RadioGroup: <RadioGroup label="Size" name="one" options={cities} />,
  SearchField: <SearchField label="Search" clearLabel="Clear" />,
  Select: (
    <Select label="Country">
      <option>Ireland</option>
      <option>Portugal</option>
    </Select>
  ),
  Skeleton: <Skeleton />,
  SkipLink: <SkipLink href="#late">Skip</SkipLink>,
  Slider: <Slider label="Distance" defaultValue={40} />,
  Spinner: <Spinner label="Loading" />,
  Stack: (
    <Stack gap={2} direction="row">
      <Button>Yes</Button>
    </Stack>
  ),
  Stepper: <Stepper label="Your order" doneLabel="done" current={1} steps={[{ label: "Cart" }, { label: "Pay" }]} />,
  Submenu: (
    <Menu label="File">
      <Submenu label="Export">
        <MenuItem>As PDF</MenuItem>
      </Submenu>
    </Menu>
  ),
  Switch: <Switch label="Airplane mode" />,
  Table: (
    <Table
      caption="Trips"
      rows={[
        { id: "a", name: "Azores", days: 9 },
        { id: "b", name: "Bergen", days: 4 },
      ]}
      rowKey="id"
      columns={[
        { key: "name", header: "Trip", rowHeader: true, sortable: true },
        { key: "days", header: "Days", align: "end", sortable: true },
      ]}
    />
  ),
  Tabs: (
    <Tabs
      label="About the trip"
      items={[
        { value: "map", label: "Map", children: "The way." },
        { value: "costs", label: "Costs", children: "The sum." },
      ]}
    />
  ),
  TextArea: <TextArea label="Message" />,
  TextField: <TextField label="Name" hint="As in your passport" />,
  Toaster: <Notices />,
  ToggleGroup: (
    <ToggleGroup
      label="Show as"
      options={[
        { value: "map", label: "Map" },
        { value: "list", label: "List" },
      ]}
    />
  ),
  Toolbar: (
    <Toolbar label="Text">
      <Button variant="soft">Undo</Button>
      <Button variant="soft">Redo</Button>
    </Toolbar>
  ),
  Tooltip: (
    <>
      <Button aria-describedby="archive">Archive</Button>
      <Tooltip id="archive">Out of sight, not deleted</Tooltip>
    </>
  ),
  Tree: (
    <Tree
      label="Files"
      defaultExpanded={["src"]}
      items={[{ value: "src", label: "src", children: [{ value: "index", label: "index.ts" }] }]}
    />
  ),
  VisuallyHidden: <VisuallyHidden>Opens in a new window</VisuallyHidden>,
};
