import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes packages/<name> below `root`: one function, its test, bench, README, size limit and changeset. */
export function writeSkeleton(root, name) {
  const camel = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const files = {
    "package.json": `${JSON.stringify(manifest(name), null, 2)}\n`,
    "size.json": `${JSON.stringify([{ import: "* as all", limit: 300 }], null, 2)}\n`,
    "src/index.ts": `export { ${camel} } from "./${name}.ts";\n`,
    [`src/${name}.ts`]: source(camel),
    [`test/${name}.test.ts`]: test(name, camel),
    "bench/index.ts": bench(name, camel),
    "README.md": readme(name, camel),
    [`../../.changeset/${name}-first.md`]: `---\n"@groundwork/${name}": minor\n---\n\nAdded \`${camel}\`.\n`,
  };
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, "packages", name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

const manifest = (name) => ({
  name: `@groundwork/${name}`,
  version: "0.0.0",
  description: `What ${name} does, in one sentence.`,
  license: "MIT",
  repository: {
    type: "git",
    url: "git+https://github.com/groundwork-js/groundwork.git",
    directory: `packages/${name}`,
  },
  keywords: [name],
  type: "module",
  sideEffects: false,
  files: ["dist", "src"],
  engines: { node: ">=20.19" },
  exports: {
    ".": { "@groundwork/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./package.json": "./package.json",
  },
  publishConfig: { access: "public", provenance: true },
  scripts: {
    test: `node ../../scripts/test-package.mjs ${name}`,
    bench: "node --import tsx --conditions=@groundwork/source bench/index.ts",
  },
});

const source = (camel) => `/**
 * Largest of \`values\`, or \`undefined\` when there is none. O(n).
 *
 * @throws RangeError on a NaN, naming its index.
 * @example
 * ${camel}([3, 1, 2]); // => 3
 */
export function ${camel}(values: Iterable<number>): number | undefined {
  let largest: number | undefined;
  let index = 0;
  for (const value of values) {
    if (Number.isNaN(value)) throw new RangeError(\`Expected \\\`values\\\` to be numbers, got NaN at index \${index}: remove it.\`);
    if (largest === undefined || value > largest) largest = value;
    index++;
  }
  return largest;
}
`;

const test = (name, camel) => `import { ${camel} } from "@groundwork/${name}";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("${camel}", () => {
  it("is undefined for nothing", () => {
    expect(${camel}([])).toBeUndefined();
  });

  it("is one of the values, and none is above it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const largest = ${camel}(values)!;
        expect(values).toContain(largest);
        expect(values.every((value) => value <= largest)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it("refuses NaN by its index", () => {
    expect(() => ${camel}([1, Number.NaN])).toThrow("index 1");
  });
});
`;

const bench = (name, camel) => `import { ${camel} } from "@groundwork/${name}";

const values = Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1_000_003);
const expected = Math.max(...values.slice(0, 100_000), ...values.slice(100_000).map((value) => value).sort((a, b) => b - a).slice(0, 1));
if (${camel}(values) !== expected) throw new Error("The answers differ: nothing is timed.");

const start = performance.now();
let sink = 0;
for (let round = 0; round < 50; round++) sink += ${camel}(values) ?? 0;
console.log(\`${camel} of 1,000,000 numbers: \${((performance.now() - start) / 50).toFixed(2)} ms (Node \${process.version}, sink \${sink})\`);
`;

const readme = (name, camel) => `# @groundwork/${name}

What ${name} does, in one sentence.

\`\`\`ts
import { ${camel} } from "@groundwork/${name}";

${camel}([3, 1, 2]); // => 3
\`\`\`

## Install

    npm install @groundwork/${name}

## API

\`${camel}(values)\`: the largest of \`values\`, or \`undefined\`. O(n).

## Guarantees and limits

What input is accepted, what is proven, what is not promised.

## Performance

\`npm run bench -w packages/${name}\` prints the figures that stand here.

<!-- sizes -->
<!-- /sizes -->

## How it differs

From named peers, fairly.
`;
