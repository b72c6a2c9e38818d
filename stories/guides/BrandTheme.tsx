import { Badge, Button, Card, createTheme, Stack, Switch } from "@groundwork/ui";

const brand = createTheme({ accent: "#ffd400", radius: "0" });

export function BrandTheme() {
  return (
    <Stack>
      <Card style={brand}>
        <Stack>
          <Badge tone="warning">Yellow, square</Badge>
          <Switch label="Accent text stays readable" defaultChecked />
          <Button>Book</Button>
        </Stack>
      </Card>
      <div data-theme="dark" data-density="compact" style={{ padding: "1rem" }}>
        <Button tone="danger">Dark and compact, whatever is around it</Button>
      </div>
    </Stack>
  );
}
