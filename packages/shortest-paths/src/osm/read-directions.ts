/** Whose one-way signs the graph follows. */
export type OsmTraveller = "foot" | "vehicle";

/** Ways for people on foot: what a sign says to vehicles is not meant for them. */
const FOOTWAYS = /^(footway|path|pedestrian|steps|corridor|elevator|platform|bridleway|via_ferrata)$/;

export interface OsmDirections {
  readonly forward: boolean;
  readonly backward: boolean;
}

/**
 * The directions in which a way may be used. On foot only `oneway:foot`, `foot:forward`, `foot:backward` and moving
 * stairs (`conveying`) count; vehicles follow `oneway`, roundabouts and motorways, but on a footway nobody does.
 */
export function readDirections(
  tags: ReadonlyMap<string, string>,
  traveller: OsmTraveller,
  unread: (detail: string) => void,
): OsmDirections {
  const kind = tags.get("highway") ?? "";
  if (traveller === "vehicle" && !FOOTWAYS.test(kind)) {
    const implied = /^(roundabout|circular)$/.test(tags.get("junction") ?? "") || /^motorway/.test(kind);
    return oneway("oneway", implied ? "yes" : "no");
  }
  const sign = oneway("oneway:foot", "no");
  const moves = tags.get("conveying");
  return {
    forward: sign.forward && tags.get("foot:forward") !== "no" && moves !== "backward",
    backward: sign.backward && tags.get("foot:backward") !== "no" && moves !== "forward",
  };

  function oneway(key: string, implied: string): OsmDirections {
    const value = tags.get(key) ?? implied;
    switch (value) {
      case "yes":
      case "true":
      case "1":
        return { forward: true, backward: false };
      case "-1":
      case "reverse":
        return { forward: false, backward: true };
      case "no":
      case "false":
      case "0":
        return { forward: true, backward: true };
      default:
        // Open by turns, or not understood: better no way than a wrong one.
        unread(`${key}=${value}`);
        return { forward: false, backward: false };
    }
  }
}
