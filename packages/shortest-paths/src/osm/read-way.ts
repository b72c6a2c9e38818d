import type { OsmElement } from "./osm-elements.ts";
import type { OsmWay } from "./osm-graph.ts";

const FOOT = 0.3048;

/** Reads the tags of a way; `unread` gets each value that says something which cannot be understood. */
export function readWay({ id, tags }: OsmElement, unread: (detail: string) => void): OsmWay {
  const kind = tags.get("highway") ?? "";
  const read = <Value>(key: string, parse: (text: string) => Value | undefined): Value | undefined => {
    const text = tags.get(key);
    const value = text === undefined ? undefined : parse(text.trim());
    if (text !== undefined && value === undefined) unread(`${key}=${text}`);
    return value;
  };
  for (const [key, value] of tags) {
    if (/^(access|foot|wheelchair|oneway|oneway:foot|vehicle|motor_vehicle):conditional$/.test(key)) {
      unread(`${key}=${value}`);
    }
  }
  return {
    id,
    kind,
    name: tags.get("name"),
    steps: kind === "steps",
    stepCount: read("step_count", (text) => (/^\d{1,5}$/.test(text) ? Number(text) : undefined)),
    wheelchair: tags.get("wheelchair"),
    surface: tags.get("surface"),
    incline: read("incline", readIncline),
    width: read("width", readMetres),
    lit: read("lit", readLit),
    access: tags.get("access"),
    level: tags.get("level"),
    tags,
  };
}

/** Per cent: "8%", "-4.5 %", "5°"; "up" and "down" stay. */
function readIncline(text: string): number | "up" | "down" | undefined {
  if (text === "up" || text === "down") return text;
  const found = /^([-+]?\d+(?:[.,]\d+)?)\s*(%|°)$/.exec(text);
  if (!found) return /^[-+]?0+(\.0+)?$/.test(text) ? 0 : undefined;
  const value = Number(found[1]!.replace(",", "."));
  if (found[2] === "%") return value;
  return Math.abs(value) < 90 ? Math.tan((value * Math.PI) / 180) * 100 : undefined;
}

/** Metres: "1.5", "1,5 m", "80 cm", `4'6"`, "6 ft". */
export function readMetres(text: string): number | undefined {
  const metric = /^(\d+(?:[.,]\d+)?)\s*(m|cm)?$/.exec(text);
  if (metric) return Number(metric[1]!.replace(",", ".")) / (metric[2] === "cm" ? 100 : 1);
  const feet = /^(\d+(?:\.\d+)?)\s*(?:'|ft)\s*(?:(\d+(?:\.\d+)?)\s*(?:"|in))?$/.exec(text);
  return feet ? (Number(feet[1]) + Number(feet[2] ?? 0) / 12) * FOOT : undefined;
}

function readLit(text: string): boolean | undefined {
  if (text === "no" || text === "disused") return false;
  // Hours, sensors and qualities: there is light.
  return /^(yes|24\/7|automatic|limited|sunset-sunrise|dusk-dawn|operating_times|interval|good|poor)$/.test(text)
    ? true
    : undefined;
}
