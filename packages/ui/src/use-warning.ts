import { useEffect } from "react";

/** Says once in the console what is wrong, if anything. Call it only where `process.env.NODE_ENV !== "production"`. */
export function useWarning(wrong: string | false | undefined): void {
  useEffect(() => {
    if (wrong) console.warn(wrong);
  }, [wrong]);
}
