/**
 * Whether the tags let the public through on foot: `foot` counts before `access`, and both before what is usual.
 * Customers, visitors and permit holders (`customers`, `destination`, `permit`) count as the public.
 */
export function canWalk(tags: ReadonlyMap<string, string>, usual: boolean, privately = false): boolean {
  const value = tags.get("foot") ?? tags.get("access");
  switch (value) {
    case "yes":
    case "designated":
    case "official":
    case "permissive":
    case "destination":
    case "customers":
    case "permit":
    case "public":
      return true;
    case "private":
      return privately;
    case undefined:
    case "unknown":
      return usual;
    default:
      return false;
  }
}
