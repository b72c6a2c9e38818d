import { cpus } from "node:os";
import { benchCurricula, benchLines } from "./assign-terms.ts";
import { benchPlans } from "./plan-terms.ts";
import { benchProse } from "./prose.ts";
import { benchQuestions } from "./questions.ts";

// node … bench/index.ts [--catalogue path.json] [--sample seed] [--lines folder] [--curricula folder]
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`);
const catalogue = option("catalogue");
const sample = option("sample");
const calendar =
  catalogue === undefined ? undefined : benchProse(catalogue, sample === undefined ? undefined : Number(sample));
if (sample === undefined) {
  benchQuestions(calendar);
  benchPlans();
  const lines = option("lines");
  const curricula = option("curricula");
  if (lines !== undefined) benchLines(lines);
  if (curricula !== undefined) benchCurricula(curricula);
}
