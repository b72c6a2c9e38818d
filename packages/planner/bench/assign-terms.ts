import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assignTerms } from "@groundwork/planner";

/**
 * SALBP-1 instances of a folder (`*.IN2`, and `optima.csv` of graph, file, cycle time, fewest stations), gap 0, at most
 * one second each, against the published optima.
 */
export function benchLines(folder: string): void {
  const times: number[] = [];
  let proven = 0;
  let wrong = 0;
  for (const row of readFileSync(join(folder, "optima.csv"), "utf8").trim().split("\n").slice(1)) {
    const [name, file, cycle, optimum] = row.split(",");
    const { sizes, edges } = readLine(readFileSync(join(folder, file!), "utf8"));
    const begin = performance.now();
    const answer = assignTerms(
      { sizes, edges, capacity: Number(cycle), gap: 0 },
      { nodeLimit: 1e9, timeLimitMs: 1000 },
    );
    times.push(performance.now() - begin);
    if (!answer.proven) {
      console.log(
        `  not proven: ${name} ${cycle}, ${answer.lowerBound} to ${answer.terms?.length}, optimum ${optimum}`,
      );
    } else {
      proven++;
      if (answer.terms?.length !== Number(optimum)) wrong++;
    }
  }
  console.log(
    `assignTerms, gap 0: ${proven} of ${times.length} proven within 1 s each, ${wrong} wrong; ${spread(times)}`,
  );
}

/** BACP instances (`bacp8.dat`, `bacp10.dat`, `bacp12.dat`) of a folder, strict, at limits of 13 to 19 credits. */
export function benchCurricula(folder: string): void {
  const times: number[] = [];
  let proven = 0;
  for (const size of [8, 10, 12]) {
    const { sizes, edges } = readCurriculum(readFileSync(join(folder, `bacp${size}.dat`), "utf8"));
    const found: string[] = [];
    for (let capacity = 13; capacity <= 19; capacity++) {
      const begin = performance.now();
      const answer = assignTerms({ sizes, edges, capacity }, { nodeLimit: 1e9, timeLimitMs: 1000 });
      times.push(performance.now() - begin);
      proven += answer.proven ? 1 : 0;
      found.push(`${answer.terms?.length}`);
    }
    console.log(`  BACP ${size}: ${found.join(" ")} terms at 13 to 19 credits`);
  }
  console.log(`assignTerms, gap 1: ${proven} of ${times.length} BACP cases proven within 1 s each; ${spread(times)}`);
}

function readLine(text: string): { sizes: number[]; edges: [number, number][] } {
  const numbers = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const count = numbers[0]!;
  const edges: [number, number][] = [];
  for (let at = count + 1; numbers[at]! > 0; at += 2) edges.push([numbers[at]! - 1, numbers[at + 1]! - 1]);
  return { sizes: numbers.slice(1, count + 1), edges };
}

function readCurriculum(text: string): { sizes: number[]; edges: [number, number][] } {
  const plain = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  const list = (name: string): string[] =>
    new RegExp(`${name}\\s*=\\s*[[{]([\\s\\S]*?)[\\]}]\\s*;`)
      .exec(plain)![1]!
      .split(",")
      .map((entry) => entry.trim());
  const ids = list("courses");
  const pairs = [...plain.matchAll(/<\s*(\w+)\s*,\s*(\w+)\s*>/g)];
  return {
    sizes: list("credit").map(Number),
    edges: pairs.map(([, later, sooner]) => [ids.indexOf(sooner!), ids.indexOf(later!)]),
  };
}

export function spread(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(1);
  return `median ${at(0.5)} ms, 90 % ${at(0.9)} ms, longest ${at(1)} ms`;
}
