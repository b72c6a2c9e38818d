// No imports and no syntax newer than ES2017 here: this file must still run on the Node that it turns away.
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    "Groundwork needs Node 20.19 or newer and this is Node " +
      process.versions.node +
      ": install a newer one from nodejs.org, then run the command again.",
  );
  process.exit(1);
}
