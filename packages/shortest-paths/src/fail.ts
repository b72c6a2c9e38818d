export function fail(expected: string, value: unknown): never {
  throw new RangeError(`Expected ${expected}, got ${String(value)}.`);
}

export function checkNode({ nodeCount }: { readonly nodeCount: number }, node: number, name: string): void {
  if (!(Number.isInteger(node) && node >= 0 && node < nodeCount)) {
    fail(`\`${name}\` to be a node from 0 to ${nodeCount - 1}`, node);
  }
}
