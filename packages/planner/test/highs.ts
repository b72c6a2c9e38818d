import load from "highs";

/** Solves a mixed integer program in LP format; the objective, or undefined when it is infeasible. */
export async function createHighs(): Promise<(program: string) => number | undefined> {
  const highs = await load();
  return (program) => {
    const { Status, ObjectiveValue } = highs.solve(program, { output_flag: false });
    if (Status === "Optimal") return Math.round(ObjectiveValue);
    if (Status === "Infeasible") return undefined;
    throw new Error(`HiGHS answered ${Status}.`);
  };
}

/** A sum of terms, such as "+ 3 x + 2 y". */
export function sum(parts: Iterable<readonly [factor: number, variable: string]>): string {
  let text = "";
  for (const [factor, variable] of parts) {
    if (factor !== 0) text += ` ${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${variable}`;
  }
  return text;
}
