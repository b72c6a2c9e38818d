import { RadioGroup } from "@groundwork/ui";

const themes = [
  { value: "", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Shows the choice at once, and keeps it where the server reads it before it writes `<html>`. */
function keepTheme(theme: string): void {
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}

export function ThemeChoice({ theme = "" }: { theme?: string }) {
  return (
    <RadioGroup
      label="Theme"
      options={themes}
      defaultValue={theme}
      onChange={(event) => keepTheme(event.target.value)}
    />
  );
}
