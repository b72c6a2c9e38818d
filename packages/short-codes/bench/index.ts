/**
 * npm run bench -w packages/short-codes [-- int31 | int53 | bigint64 | …]
 *
 * A round trip of each kind of value, each in a process of its own, so that none meets code that was optimised for
 * another: the answers are compared first, then all codecs take turns, in an order that changes
 * from round to round. Nanoseconds of processor time an operation, medians over rounds, with the quickest and the slowest; the ratio is the
 * quickest peer's median over ours.
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import {
  BASE62,
  createSequence,
  decode,
  decodeBigInt,
  decodeBytes,
  encode,
  encodeBigInt,
  encodeBytes,
  randomCode,
} from "@groundwork/short-codes";
import sindre from "@sindresorhus/base62";
import baseX from "base-x";
import base62 from "base62";
import Hashids from "hashids";
import { customAlphabet } from "nanoid";
import Sqids from "sqids";

/** One way through the i-th value; what it gives back is checked, and keeps the work from being optimised away. */
type Way = (i: number) => unknown;

const rounds = Number(process.env.ROUNDS ?? 11);
const roundMs = Number(process.env.ROUND_MS ?? 60);
const values = 256;
let state = 1;
let sink: unknown;

const baseBytes = baseX(BASE62);
const sqids = new Sqids();
const hashids = new Hashids("salt");

const rows: Record<string, () => void> = {
  int31: () => integers("integers < 2^31", 31, undefined),
  int53: () => integers("integers < 2^53", 53, 5),
  bigint64: () => bigints(64, undefined),
  bigint128: () => bigints(128, 3.5),
  bytes16: () => bytes(16, 1.5),
  bytes32: () => bytes(32, 2),
  bytes1024: () => bytes(1_024, 10),
  bytes16384: () => bytes(16_384, 300, "encode"),
  random: randomCodes,
  sequence: sequences,
};
const row = process.argv[2];
if (row !== undefined) {
  if (!(row in rows)) throw new RangeError(`Expected one of ${Object.keys(rows)}, got ${row}.`);
  rows[row]!();
} else {
  console.log(
    `${cpus()[0]?.model} × ${cpus().length}, Node ${process.versions.node}, ${rounds} rounds of ${roundMs} ms`,
  );
  console.log(
    "Round trips and random codes, ns: median (least-most). Ratio: quickest peer / ours. Goals in brackets.\n",
  );
  for (const name of Object.keys(rows)) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, process.argv[1]!, name], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}

function integers(title: string, bits: number, goal: number | undefined): void {
  const numbers = Array.from({ length: values }, () => Math.floor(random() * 2 ** bits));
  race(title, goal, (i) => numbers[i], {
    ours: (i) => decode(encode(numbers[i]!)),
    base62: (i) => base62.decode(base62.encode(numbers[i]!)),
    "@sindresorhus/base62": (i) => sindre.decodeInteger(sindre.encodeInteger(numbers[i]!)),
    hashids: (i) => hashids.decode(hashids.encode(numbers[i]!))[0],
    sqids: (i) => sqids.decode(sqids.encode([numbers[i]!]))[0],
  });
}

function bigints(bits: number, goal: number | undefined): void {
  const inputs = Array.from({ length: values }, () =>
    BigInt(`0x${Buffer.from(randomBytes(bits / 8)).toString("hex")}`),
  );
  const width = bits / 4;
  race(`bigints of ${bits} bits`, goal, (i) => inputs[i], {
    ours: (i) => decodeBigInt(encodeBigInt(inputs[i]!)),
    "@sindresorhus/base62": (i) => sindre.decodeBigInt(sindre.encodeBigInt(inputs[i]!)),
    "base-x": (i) => {
      const code = baseBytes.encode(Buffer.from(inputs[i]!.toString(16).padStart(width, "0"), "hex"));
      return BigInt(`0x${Buffer.from(baseBytes.decode(code)).toString("hex")}`);
    },
  });
}

function bytes(length: number, goal: number, only?: "encode"): void {
  const count = length > 1_024 ? 2 : length > 32 ? 16 : values;
  const inputs = Array.from({ length: count }, () => randomBytes(length));
  if (only) {
    race(`${length} bytes, encode alone`, goal, (i) => baseBytes.encode(inputs[i % count]!), {
      ours: (i) => encodeBytes(inputs[i % count]!),
      "base-x": (i) => baseBytes.encode(inputs[i % count]!),
    });
    // What the engine's own change of base takes, and one division of the several levels that any halving needs.
    const number = BigInt(`0x${Buffer.from(inputs[0]!).toString("hex")}`);
    const half = 62n ** BigInt(Math.floor((length * 8) / Math.log2(62) / 2));
    console.log(`  the engine's toString(36) ${show(time(() => number.toString(36)))}`);
    console.log(`  its division by the half  ${show(time(() => number / half))}`);
    return;
  }
  race(`${length} bytes`, goal, (i) => inputs[i % count]!.join(), {
    ours: (i) => decodeBytes(encodeBytes(inputs[i % count]!)),
    "base-x": (i) => baseBytes.decode(baseBytes.encode(inputs[i % count]!)),
    "@sindresorhus/base62": (i) => sindre.decodeBytes(sindre.encodeBytes(inputs[i % count]!)),
  });
}

function randomCodes(): void {
  const nanoid = customAlphabet(BASE62, 10);
  race("random codes of 10 digits", 2.5, undefined, {
    ours: () => randomCode(10),
    "nanoid customAlphabet": () => nanoid(),
  });
}

function sequences(): void {
  const sequence = createSequence({ key: "000102030405060708090a0b0c0d0e0f", length: 7 });
  race("keyed sequence, there and back", undefined, (i) => i, {
    ours: (i) => sequence.decode(sequence.encode(i)),
    hashids: (i) => hashids.decode(hashids.encode(i))[0],
    sqids: (i) => sqids.decode(sqids.encode([i]))[0],
  });
}

function race(title: string, goal: number | undefined, expected: Way | undefined, ways: Record<string, Way>): void {
  const names = Object.keys(ways);
  for (const name of names) {
    for (let i = 0; expected && i < (title.includes("16384") ? 1 : values); i++) {
      const answer = ways[name]!(i);
      const same = answer instanceof Uint8Array ? answer.join() : answer;
      if (same !== expected(i)) throw new Error(`${title}: ${name} answers ${same}, not ${expected(i)}.`);
    }
    time(ways[name]!);
  }
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length]!;
      times.get(name)!.push(time(ways[name]!));
    }
  }
  const medians = new Map<string, number>();
  for (const [name, all] of times) {
    all.sort((a, b) => a - b);
    medians.set(name, all[all.length >> 1]!);
  }
  const [ours, ...peers] = [...medians.values()];
  const ratio = `${(Math.min(...peers) / ours!).toFixed(2)}×${goal === undefined ? "" : ` (${goal}×)`}`;
  console.log(`${title}: ${ratio}`);
  for (const name of names) {
    const all = times.get(name)!;
    console.log(`  ${name.padEnd(24)}${show(medians.get(name)!)}  (${show(all[0]!)}-${show(all.at(-1)!)})`);
  }
}

/** Nanoseconds of the processor an operation, over about `roundMs`: others on the machine cost nothing. */
function time(way: Way): number {
  let count = 0;
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  let elapsed = 0;
  do {
    const batch = count === 0 ? 1 : Math.min(values, count);
    for (let i = 0; i < batch; i++) sink = way(i);
    count += batch;
    elapsed = Number(process.hrtime.bigint() - start);
  } while (elapsed < roundMs * 1e6);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1_000) / count;
}

function show(ns: number): string {
  return ns >= 1e4 ? `${(ns / 1_000).toFixed(1)} µs` : `${ns.toFixed(1)} ns`;
}

function random(): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  const high = state >>> 5;
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (high * 67_108_864 + (state >>> 6)) / 2 ** 53;
}

/** Random bytes whose first is not zero: some peers do not keep leading zeros. */
function randomBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i === 0 ? 1 + Math.floor(random() * 255) : Math.floor(random() * 256)));
}

if (sink === rounds) console.log("");
