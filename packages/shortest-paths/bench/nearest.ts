/**
 * npm run bench:nearest -w packages/shortest-paths -- [folder]
 *
 * `folder` holds moscow-roads.{co,gr}.bin; without it roads are generated. Random points within the map are put to
 * `createNearest`, in the plane and as if the map were two degrees wide, and to a look at every node and edge; distances are
 * compared before anything is timed. CPU, the mean of a sweep, the median of sweeps.
 */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { createNearest, euclidean, haversine } from "@groundwork/shortest-paths";
import { generate, random, readBinary } from "./roads.ts";

const folder = process.argv[2] ?? process.env.ROADS;
const measured = folder !== undefined && existsSync(`${folder}/moscow-roads.co.bin`);
const roads = measured ? readBinary("Moscow", `${folder}/moscow-roads`) : generate(500, 1);
console.log(`${cpus()[0]?.model} × ${cpus().length}, Node ${process.versions.node}`);
console.log(`${roads.name}: ${roads.graph.nodeCount} nodes, ${roads.sources.length} edges`);

const low = roads.coordinates!.reduce((a, b) => Math.min(a, b));
const high = roads.coordinates!.reduce((a, b) => Math.max(a, b));
for (const geographic of [false, true]) {
  const scale = geographic ? 2 / (high - low) : 1;
  const coordinates = roads.coordinates!.map((value, i) =>
    geographic ? (value - low) * scale + (i % 2 ? 55 : 37) : value,
  );
  bench(coordinates, geographic);
}

function bench(coordinates: Float64Array, geographic: boolean): void {
  const name = geographic ? "globe" : "plane";
  const nearest = createNearest(coordinates, roads.graph, { geographic });
  const next = random(5);
  const node = () => Math.floor(next() * roads.graph.nodeCount);
  // Between two nodes that are drawn, so that most points lie where roads are.
  const points = Array.from({ length: 500 }, () => {
    const [a, b, share] = [node(), node(), next()];
    const at = (axis: number) => coordinates[2 * a + axis]! * share + coordinates[2 * b + axis]! * (1 - share);
    return [at(0), at(1)] as const;
  });
  const firstNode = cpuMs(() => nearest.node(points[0]!));
  const firstEdge = cpuMs(() => nearest.edge(points[0]!));
  console.log(`${name}: first question ${firstNode.toFixed(0)} ms for nodes, ${firstEdge.toFixed(0)} ms for edges`);

  const places = new Float64Array(coordinates.length + 2);
  places.set(coordinates);
  const last = roads.graph.nodeCount;
  const distance = (geographic ? haversine : euclidean)(places);
  const scan = (point: ArrayLike<number>) => {
    places.set(point, 2 * last);
    let best = 0;
    for (let other = 1; other < last; other++) if (distance(other, last) < distance(best, last)) best = other;
    return best;
  };
  const sample = points.slice(0, 20);
  for (const point of sample) {
    const node = scan(point);
    const found = nearest.node(point)!;
    if (found.node !== node || found.distance !== distance(node, last)) throw new Error(`Not ${node}: ${found.node}.`);
    if (nearest.edge(point)!.distance > found.distance) throw new Error("An edge is nearer than its ends.");
  }
  const slow = cpuMs(() => sample.forEach(scan)) / sample.length;
  const swift = (ask: (point: readonly [number, number]) => unknown) =>
    Array.from({ length: 15 }, () => cpuMs(() => points.forEach(ask)) / points.length).sort((a, b) => a - b)[7]!;
  const nodes = swift((point) => nearest.node(point));
  const edges = swift((point) => nearest.edge(point));
  console.log(
    `${name}: node ${(nodes * 1000).toFixed(1)} µs, edge ${(edges * 1000).toFixed(1)} µs, every node looked at ${slow.toFixed(2)} ms: ${(slow / nodes).toFixed(0)} times`,
  );
}

function cpuMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
