export { Table, type TableProps } from "./Table.tsx";
export type { TableColumn, TableSelectable, TableSort } from "./table-types.ts";
