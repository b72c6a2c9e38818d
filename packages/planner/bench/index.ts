import { cpus } from "node:os";
import { benchProse } from "./prose.ts";
import { benchQuestions } from "./questions.ts";

// node … bench/index.ts [--catalogue path.json] [--sample seed]
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`);
const catalogue = option("catalogue");
const sample = option("sample");
const calendar =
  catalogue === undefined ? undefined : benchProse(catalogue, sample === undefined ? undefined : Number(sample));
if (sample === undefined) benchQuestions(calendar);
