import {
  all,
  any,
  atLeast,
  type Course,
  checkPlan,
  concurrent,
  createCatalogue,
  credits,
  planTerms,
  type RuleLike,
} from "@groundwork/planner";
import { spread } from "./assign-terms.ts";
import { seededDegree } from "./degrees.ts";

/**
 * Four-year degrees with choices, offerings and corequisites, at 15 to 18 credits and in two calendars, every plan checked:
 * for each degree the median of five runs of each of its eight cases on the process's CPU clock, then all cases together.
 */
export function benchPlans(): void {
  const degrees = [written, ...Array.from({ length: 24 }, (_, at) => seededDegree(at + 1))];
  const medians: number[] = [];
  for (const { name, courses, goals } of degrees) {
    const catalogue = createCatalogue(courses);
    const cases: { ms: number; taken: number }[] = [];
    for (const calendar of [
      ["Fall", "Spring"],
      ["Fall", "Spring", "Summer"],
    ]) {
      for (const creditsPerTerm of [15, 16, 17, 18]) {
        const options = { goals, creditsPerTerm, calendar, horizon: 24 };
        const times: number[] = [];
        let taken = 0;
        for (let run = 0; run < 5; run++) {
          const begin = process.cpuUsage();
          const answer = planTerms(catalogue, options);
          const { user, system } = process.cpuUsage(begin);
          times.push((user + system) / 1000);
          if (!("terms" in answer && answer.proven)) throw new Error(`${name} has no proven plan.`);
          if (checkPlan(catalogue, answer.terms, options).violations.length > 0)
            throw new Error("The plan does not hold.");
          taken = answer.terms.flatMap((term) => term.courses).length;
        }
        cases.push({ ms: times.sort((a, b) => a - b)[2]!, taken });
      }
    }
    const ms = cases.map((each) => each.ms);
    console.log(`  ${name}, ${Math.max(...cases.map((each) => each.taken))} courses taken: ${spread(ms)}`);
    medians.push(...ms);
  }
  const late = medians.filter((ms) => ms >= 100).length;
  console.log(
    `planTerms: ${medians.length} cases proven, ${late} of them in 100 ms of CPU time or more; ${spread(medians)}`,
  );
}

const F = ["Fall"];
const S = ["Spring"];
const degree: readonly Course[] = [
  { id: "MATH 100", credits: 3, offered: F },
  { id: "MATH 101", credits: 3, offered: S, requires: "MATH 100" },
  { id: "MATH 120", credits: 4, offered: F },
  { id: "MATH 200", credits: 3, requires: any("MATH 101", "MATH 120") },
  { id: "MATH 221", credits: 3, requires: any("MATH 100", "MATH 120") },
  { id: "STAT 241", credits: 3, offered: S, requires: "MATH 101" },
  { id: "STAT 251", credits: 3, requires: any("MATH 101", "MATH 120") },
  { id: "PHYS 117", credits: 3, offered: F },
  { id: "PHYS 118", credits: 3, offered: S, requires: all("PHYS 117", concurrent("MATH 101")) },
  { id: "PHYS 119", credits: 1, offered: S, requires: concurrent("PHYS 118") },
  { id: "CHEM 121", credits: 4, offered: F },
  { id: "ENGL 110", credits: 3 },
  { id: "ENGL 111", credits: 3 },
  { id: "ENGL 112", credits: 3, excludes: ["ENGL 111"] },
  { id: "CPSC 110", credits: 4 },
  { id: "CPSC 121", credits: 4, requires: concurrent("CPSC 110") },
  { id: "CPSC 210", credits: 4, requires: "CPSC 110" },
  { id: "CPSC 213", credits: 4, requires: all("CPSC 121", "CPSC 210") },
  { id: "CPSC 221", credits: 4, requires: all("CPSC 210", "CPSC 121") },
  { id: "DSCI 221", credits: 3, offered: S, requires: "CPSC 110" },
  { id: "CPSC 310", credits: 4, offered: F, requires: "CPSC 210" },
  { id: "CPSC 313", credits: 3, requires: all("CPSC 213", any("CPSC 221", "DSCI 221")) },
  { id: "CPSC 320", credits: 3, requires: all(any("CPSC 221", "DSCI 221"), any("MATH 200", "MATH 221")) },
  { id: "CPSC 302", credits: 3, offered: F, requires: all("CPSC 210", "MATH 200", "MATH 221") },
  { id: "CPSC 303", credits: 3, offered: S, requires: all("CPSC 302") },
  { id: "CPSC 304", credits: 3, requires: "CPSC 221" },
  { id: "CPSC 312", credits: 3, offered: F, requires: "CPSC 210" },
  { id: "CPSC 317", credits: 3, requires: all("CPSC 213", "CPSC 221") },
  { id: "CPSC 322", credits: 3, requires: "CPSC 221" },
  { id: "CPSC 340", credits: 3, requires: all("CPSC 221", "MATH 200", "MATH 221", any("STAT 241", "STAT 251")) },
  { id: "CPSC 404", credits: 3, offered: S, requires: all("CPSC 304", any("CPSC 213", "CPSC 313")) },
  { id: "CPSC 410", credits: 3, offered: F, requires: "CPSC 310" },
  { id: "CPSC 411", credits: 3, offered: S, requires: all("CPSC 213", "CPSC 221") },
  { id: "CPSC 415", credits: 3, offered: F, requires: "CPSC 313" },
  { id: "CPSC 420", credits: 3, offered: F, requires: "CPSC 320" },
  { id: "CPSC 422", credits: 3, offered: S, requires: "CPSC 322" },
  { id: "CPSC 440", credits: 3, offered: S, requires: "CPSC 340" },
  { id: "CPSC 490", credits: 3, requires: credits(9, ["CPSC 3xx"]) },
  ...Array.from({ length: 14 }, (_, i) => ({
    id: `ARTS ${100 + i * 10}`,
    credits: 3,
    ...(i % 3 ? {} : { offered: i % 2 ? F : S }),
    ...(i > 8 ? { requires: any(`ARTS ${100 + (i - 9) * 10}`, `ARTS ${100 + (i - 8) * 10}`) } : {}),
  })),
];
const goals: readonly RuleLike[] = [
  "MATH 200",
  "MATH 221",
  any("STAT 241", "STAT 251"),
  "PHYS 118",
  "PHYS 119",
  "CHEM 121",
  "ENGL 110",
  any("ENGL 111", "ENGL 112"),
  "CPSC 310",
  "CPSC 313",
  "CPSC 320",
  atLeast(3, "CPSC 302", "CPSC 303", "CPSC 304", "CPSC 312", "CPSC 317", "CPSC 322", "CPSC 340"),
  credits(12, ["CPSC 4xx"]),
  credits(24, ["ARTS *"]),
  credits(117, ["*"]),
];

const written = { name: "computing", courses: degree, goals };
