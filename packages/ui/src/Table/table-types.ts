import type { ReactNode } from "react";

export interface TableSort {
  /** The `key` of a sortable column. */
  column: string;
  direction: "ascending" | "descending";
}

interface ColumnOptions<Row> {
  header: ReactNode;
  /** A button in the header sorts by this column: by `value`, or as a comparator says. */
  sortable?: boolean | ((a: Row, b: Row) => number) | undefined;
  /** What to sort by: text, number, bigint, `Date`, boolean. The property named `key` unless given. */
  value?: ((row: Row) => unknown) | undefined;
  /** Its cells name their rows. */
  rowHeader?: boolean | undefined;
  /** `"end"` for numbers: aligned, with digits of one width. */
  align?: "end" | undefined;
  /** A cell below: a sum. */
  footer?: ReactNode;
}

/** A property of `Row` that can be shown as it is. */
type Shown<Row> = { [Key in keyof Row & string]: Row[Key] extends ReactNode ? Key : never }[keyof Row & string];

/** A column shows the property named `key`, or what `cell` renders. */
export type TableColumn<Row> = ColumnOptions<Row> &
  ({ key: Shown<Row>; cell?: undefined } | { key: string; cell: (row: Row) => ReactNode });

export interface TableSelectable<Row> {
  /** Name of a row's checkbox: `(trip) => `Select ${trip.name}``. */
  label: (row: Row) => string;
  /** Name of the checkbox for all rows. */
  allLabel: string;
  /** Rows that cannot be chosen. */
  disabled?: ((row: Row) => boolean) | undefined;
}
