import type { TableColumn, TableSort } from "./table-types.ts";

/**
 * A new array in the order of `sort`; equal rows keep their order in both directions.
 *
 * Without a comparator of the column's: text by the rules of `locale` with numbers in it by size, all else by `<`; what
 * is missing (`null`, `undefined`, `NaN`, `""`) comes last in both directions.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  { key, value, sortable }: TableColumn<Row>,
  { direction }: TableSort,
  locale: string | undefined,
): Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = direction === "descending" ? -1 : 1;
  if (typeof sortable === "function") return [...rows].sort((a, b) => sign * sortable(a, b));
  const read = value ?? ((row: Row) => row[key as keyof Row]);
  return rows
    .map((row) => ({ row, by: read(row) as string }))
    .sort(
      ({ by: a }, { by: b }) =>
        +isMissing(a) - +isMissing(b) ||
        sign * (typeof a === "string" || typeof b === "string" ? compare(a, b) : a < b ? -1 : +(a > b)),
    )
    .map(({ row }) => row);
}

function isMissing(value: unknown): boolean {
  return value == null || value === "" || Number.isNaN(value);
}
