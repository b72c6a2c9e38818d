import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks";
import { type JSX, type PropsWithChildren, useSyncExternalStore } from "react";
import { themes } from "storybook/theming";

const systemIsDark = () => matchMedia("(prefers-color-scheme: dark)");

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : systemIsDark().matches;
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = systemIsDark();
  system.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", changed);
  };
}

/** Pages of words follow the theme that the toolbar puts on the root; their own direction stays that of English. */
export function ThemedDocs({ children, ...props }: PropsWithChildren<DocsContainerProps>): JSX.Element {
  const dark = useSyncExternalStore(subscribe, isDark);
  return (
    <DocsContainer {...props} theme={dark ? themes.dark : themes.light}>
      <div dir="ltr">{children}</div>
    </DocsContainer>
  );
}
