export { BalanceList, type BalanceListProps } from "./expenses/BalanceList/BalanceList.tsx";
export { DebtGraph, type DebtGraphProps } from "./expenses/DebtGraph/DebtGraph.tsx";
export { ExpenseForm, type ExpenseFormProps, type NewExpense } from "./expenses/ExpenseForm/ExpenseForm.tsx";
export type { Person } from "./expenses/person.ts";
export {
  type Plan,
  SettlePlan,
  type SettlePlanProps,
  type SettlePlanWords,
} from "./expenses/SettlePlan/SettlePlan.tsx";
export { type Split, sharesOf } from "./expenses/split.ts";
export { formatMoney } from "./money/format-money.ts";
export { parseMoney } from "./money/parse-money.ts";
