import {
  bottlenecks,
  type Course,
  createCatalogue,
  criticalPath,
  eligible,
  impossible,
  prerequisiteCycles,
  prerequisites,
  unlocks,
} from "@groundwork/planner";
import { chain, dense, departments, seeded } from "./catalogues.ts";

/** Questions to catalogues of 10,000 courses, and to one read from a calendar if there is one. */
export function benchQuestions(calendar: readonly Course[] | undefined): void {
  const shapes: [name: string, courses: readonly Course[]][] = [
    ["departments, 10,000", departments(10_000, seeded(1))],
    ["dense, 10,000", dense(10_000, seeded(2))],
    ["chain, 10,000", chain(10_000)],
  ];
  if (calendar) shapes.push([`calendar, ${calendar.length}`, calendar]);
  for (const [name, courses] of shapes) {
    const catalogue = createCatalogue(courses, { unknown: "external" });
    const deepest = criticalPath(catalogue).path.at(-1)!;
    const above = prerequisites(catalogue, deepest).courses.length;
    console.log(
      `\n${name} courses; the deepest has ${above} courses above it in ${criticalPath(catalogue).terms} terms`,
    );
    row("createCatalogue", () => createCatalogue(courses, { unknown: "external" }));
    row("prerequisites of the deepest", () => prerequisites(catalogue, deepest));
    row("unlocks of the deepest's first", () => unlocks(catalogue, criticalPathStart(catalogue, deepest)));
    row("eligible", () => eligible(catalogue, []));
    row("impossible", () => impossible(catalogue));
    row("prerequisiteCycles", () => prerequisiteCycles(catalogue));
    row("bottlenecks", () => bottlenecks(catalogue));
    row("criticalPath of everything", () => criticalPath(catalogue));
  }
}

let start: { catalogue: unknown; id: string } | undefined;
function criticalPathStart(catalogue: Parameters<typeof criticalPath>[0], deepest: string): string {
  if (start?.catalogue !== catalogue) {
    start = { catalogue, id: criticalPath(catalogue, { goals: [deepest] }).path[0]! };
  }
  return start.id;
}

/** Median of 15 runs after 5 to warm up, with the fastest and the slowest. */
function row(name: string, run: () => unknown): void {
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const begin = performance.now();
    sink = run();
    if (i >= 5) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const show = (ms: number) => ms.toFixed(2).padStart(8);
  console.log(`  ${name.padEnd(32)}${show(times[7]!)} ms  (${show(times[0]!)} –${show(times[14]!)})`);
}

export let sink: unknown;
