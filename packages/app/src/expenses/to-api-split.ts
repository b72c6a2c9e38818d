import type { Split } from "@groundwork/views";
import type { components } from "../api/schema.d.ts";

type ApiSplit = components["schemas"]["Split"];

/** A split of the form as the API takes it. */
export function toApiSplit(split: Split): ApiSplit {
  switch (split.kind) {
    case "equal":
      return { kind: "equally", members: [...split.participants] };
    case "exact":
      return { kind: "exactly", amounts: split.amounts.map(([memberId, amount]) => ({ memberId, amount })) };
    case "percent":
      return { kind: "percent", percents: split.percents.map(([memberId, percent]) => ({ memberId, percent })) };
    case "shares":
      return { kind: "shares", shares: split.shares.map(([memberId, shares]) => ({ memberId, shares })) };
    case "adjustments":
      return { kind: "adjustments", adjustments: split.adjustments.map(([memberId, plus]) => ({ memberId, plus })) };
    case "items": {
      const items = split.items.map(({ amount, sharedBy }) => ({ amount, sharedBy: [...sharedBy].map(String) }));
      return {
        kind: "items",
        items,
        ...(split.tax ? { tax: split.tax } : {}),
        ...(split.tip ? { tip: split.tip } : {}),
      };
    }
  }
}
