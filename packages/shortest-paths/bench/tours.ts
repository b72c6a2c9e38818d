/**
 * npm run bench:tours -w packages/shortest-paths -- [folder]
 *
 * `folder` holds TSPLIB files and `optima.txt`, a name and its optimum a line; without it only random stops are visited.
 * Each file gets 200 ms; the excess over the optimum, and whether the tour was proven, are printed. 150 and 200 stops, whose
 * optimum nobody knows, get 200 ms and 2 s; their excess is over the bound.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { type Matrix, type TourOptions, tour } from "@groundwork/shortest-paths";
import { random } from "./roads.ts";

const folder = process.argv[2] ?? process.env.TSPLIB;
console.log(`${cpus()[0]?.model} × ${cpus().length}, Node ${process.versions.node}`);
tour(randomStops(12, true, 1));
if (folder !== undefined && existsSync(`${folder}/optima.txt`)) benchFiles(folder);
for (const symmetric of [true, false]) benchTwenty(symmetric);
for (const size of [150, 200]) for (const symmetric of [true, false]) benchMany(size, symmetric);

function benchFiles(from: string): void {
  const optima = new Map(
    [...readFileSync(`${from}/optima.txt`, "utf8").matchAll(/^(\w+)\s*[:,\s]\s*(\d+)/gm)].map(([, name, length]) => [
      name!,
      Number(length),
    ]),
  );
  for (const file of readdirSync(from).filter((name) => /\.a?tsp$/.test(name))) {
    const matrix = readTsplib(readFileSync(`${from}/${file}`, "utf8"));
    const start = performance.now();
    const { length, lowerBound, optimal } = tour(matrix, { timeLimitMs: 200, nodeLimit: 1e9 });
    const ms = performance.now() - start;
    const optimum = optima.get(file.replace(/\.a?tsp$/, ""));
    if (optimum !== undefined && (length < optimum || lowerBound > optimum || (optimal && length > optimum)))
      throw new Error(`${file}: ${length} and the bound ${lowerBound} contradict the optimum ${optimum}.`);
    const excess = optimum === undefined ? "?" : `${((length / optimum - 1) * 100).toFixed(2)} %`;
    console.log(
      `${file.padEnd(16)} ${length} excess ${excess} ${optimal ? "proven" : `bound ${lowerBound.toFixed(1)}`} in ${ms.toFixed(0)} ms`,
    );
  }
}

function benchTwenty(symmetric: boolean): void {
  for (const options of [{}, { roundTrip: false }, { start: 0, end: 19 }] satisfies TourOptions[]) {
    const times: number[] = [];
    for (let seed = 1; seed <= 25; seed++) {
      const matrix = randomStops(20, symmetric, seed);
      const before = process.cpuUsage();
      const { optimal } = tour(matrix, { ...options, nodeLimit: 1e9 });
      const { user, system } = process.cpuUsage(before);
      if (!optimal) throw new Error("Not proven.");
      times.push((user + system) / 1000);
    }
    times.sort((a, b) => a - b);
    console.log(
      `20 stops, ${symmetric ? "symmetric" : "asymmetric"}, ${JSON.stringify(options)}: proven in ${times[12]!.toFixed(0)} ms of CPU (median of 25), at most ${times[24]!.toFixed(0)}`,
    );
  }
}

function benchMany(size: number, symmetric: boolean): void {
  for (const timeLimitMs of [200, 2000]) {
    const found = [1, 2, 3].map((seed) => {
      const { length, lowerBound, optimal } = tour(detours(size, symmetric, seed), { timeLimitMs, nodeLimit: 1e9 });
      return optimal ? "proven" : `${length} ≤ ${((length / lowerBound - 1) * 100).toFixed(2)} % over`;
    });
    console.log(`${size} stops, ${symmetric ? "symmetric" : "asymmetric"}, ${timeLimitMs} ms: ${found.join(", ")}`);
  }
}

/** Points in a square; in asymmetric ones each direction is up to half longer. */
function detours(size: number, symmetric: boolean, seed: number): Matrix {
  const { values } = randomStops(size, true, seed);
  const next = random(seed + 100);
  return {
    rows: size,
    columns: size,
    values: symmetric ? values : values.map((value) => Math.round(value * (1 + next() / 2))),
  };
}

/** Points in a square, or costs that differ by direction. */
function randomStops(size: number, symmetric: boolean, seed: number): Matrix {
  const next = random(seed);
  const points = Array.from({ length: size }, () => [next() * 1000, next() * 1000] as const);
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [x, y] = points[i]!;
      const [u, v] = points[j]!;
      values[i * size + j] = symmetric ? Math.round(Math.hypot(x - u, y - v)) : Math.floor(next() * 1000);
    }
  }
  return { rows: size, columns: size, values };
}

/** Reads the kinds of files that the library has most: coordinates or explicit weights. */
function readTsplib(text: string): Matrix {
  const field = (name: string) => new RegExp(`^${name}\\s*:\\s*(.+)$`, "m").exec(text)?.[1]?.trim() ?? "";
  const numbers = (section: string) =>
    (new RegExp(`${section}\\s+([-+.\\deE\\s]+)`).exec(text)?.[1] ?? "").trim().split(/\s+/).map(Number);
  const size = Number(field("DIMENSION"));
  const values = new Float64Array(size * size);
  const type = field("EDGE_WEIGHT_TYPE");
  if (type === "EXPLICIT") {
    const given = numbers("EDGE_WEIGHT_SECTION");
    let at = 0;
    const format = field("EDGE_WEIGHT_FORMAT");
    for (let i = 0; i < size; i++) {
      const [from, to] = format === "FULL_MATRIX" ? [0, size] : format.startsWith("UPPER") ? [i, size] : [0, i + 1];
      for (let j = from; j < to; j++) {
        if (format.endsWith("_ROW") && !format.includes("DIAG") && i === j) continue;
        values[i * size + j] = given[at++]!;
        if (format !== "FULL_MATRIX") values[j * size + i] = values[i * size + j]!;
      }
    }
    return { rows: size, columns: size, values };
  }
  const points = numbers("NODE_COORD_SECTION");
  const radians = (degrees: number) =>
    (3.141592 * (Math.trunc(degrees) + (5 * (degrees - Math.trunc(degrees))) / 3)) / 180;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const [x, y, u, v] = [points[3 * i + 1]!, points[3 * i + 2]!, points[3 * j + 1]!, points[3 * j + 2]!];
      const straight = Math.hypot(x - u, y - v);
      if (type === "EUC_2D") values[i * size + j] = Math.round(straight);
      else if (type === "ATT") values[i * size + j] = Math.ceil(straight / Math.sqrt(10));
      else if (type === "GEO") {
        const [a, b, c, d] = [radians(x), radians(y), radians(u), radians(v)];
        const cosine = 0.5 * ((1 + Math.cos(b - d)) * Math.cos(a - c) - (1 - Math.cos(b - d)) * Math.cos(a + c));
        values[i * size + j] = Math.trunc(6378.388 * Math.acos(cosine) + 1);
      } else throw new Error(`Unknown EDGE_WEIGHT_TYPE ${type}.`);
    }
  }
  return { rows: size, columns: size, values };
}
