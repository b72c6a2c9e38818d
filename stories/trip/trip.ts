import type { Person, Split } from "@groundwork/views";

/** A week in Lisbon: six people, twenty expenses, every kind of split. */
export const people: readonly Person[] = [
  { id: "ines", name: "Inês" },
  { id: "jonas", name: "Jonas" },
  { id: "kofi", name: "Kofi" },
  { id: "lena", name: "Lena" },
  { id: "mara", name: "Mara" },
  { id: "noah", name: "Noah" },
];

export interface TripExpense {
  readonly id: string;
  readonly title: string;
  readonly amount: number;
  readonly paidBy: string;
  readonly split: Split;
}

const all = people.map(({ id }) => id);
const equal = (...participants: string[]): Split => ({ kind: "equal", participants });

/** Amounts in cents. */
export const expenses: readonly TripExpense[] = [
  {
    id: "e01",
    title: "Flat for six nights",
    amount: 912_00,
    paidBy: "ines",
    split: {
      kind: "shares",
      shares: [
        ["ines", "1"],
        ["jonas", "1"],
        ["kofi", "1"],
        ["lena", "1"],
        ["mara", "1.5"],
        ["noah", "1.5"],
      ],
    },
  },
  {
    id: "e02",
    title: "Taxi from the airport",
    amount: 27_40,
    paidBy: "kofi",
    split: equal("ines", "jonas", "kofi", "lena"),
  },
  { id: "e03", title: "Groceries, first day", amount: 84_17, paidBy: "lena", split: equal(...all) },
  {
    id: "e04",
    title: "Dinner in Alfama",
    amount: 163_50,
    paidBy: "jonas",
    split: {
      kind: "items",
      items: [
        { amount: 96_00, sharedBy: all },
        { amount: 31_00, sharedBy: ["jonas", "noah"] },
        { amount: 21_50, sharedBy: ["ines", "lena", "mara"] },
      ],
      tip: 15_00,
    },
  },
  { id: "e05", title: "Tram passes", amount: 39_60, paidBy: "mara", split: equal(...all) },
  { id: "e06", title: "Surf lesson", amount: 140_00, paidBy: "noah", split: equal("jonas", "kofi", "mara", "noah") },
  {
    id: "e07",
    title: "Wetsuit hire",
    amount: 45_00,
    paidBy: "noah",
    split: {
      kind: "exact",
      amounts: [
        ["jonas", 15_00],
        ["kofi", 12_50],
        ["mara", 17_50],
      ],
    },
  },
  { id: "e08", title: "Pastéis", amount: 14_30, paidBy: "ines", split: equal(...all) },
  {
    id: "e09",
    title: "Museum tickets",
    amount: 48_00,
    paidBy: "lena",
    split: {
      kind: "adjustments",
      adjustments: [
        ["ines", 0],
        ["jonas", 0],
        ["kofi", -4_00],
        ["lena", 0],
        ["mara", 0],
        ["noah", -4_00],
      ],
    },
  },
  {
    id: "e10",
    title: "Hire car, two days",
    amount: 118_90,
    paidBy: "kofi",
    split: {
      kind: "percent",
      percents: [
        ["ines", "20"],
        ["jonas", "20"],
        ["kofi", "20"],
        ["lena", "13.34"],
        ["mara", "13.33"],
        ["noah", "13.33"],
      ],
    },
  },
  { id: "e11", title: "Petrol", amount: 36_75, paidBy: "jonas", split: equal("ines", "jonas", "kofi") },
  { id: "e12", title: "Tolls and parking", amount: 22_15, paidBy: "ines", split: equal("ines", "jonas", "kofi") },
  { id: "e13", title: "Picnic in Sintra", amount: 58_42, paidBy: "mara", split: equal(...all) },
  { id: "e14", title: "Palace tickets", amount: 84_00, paidBy: "jonas", split: equal(...all) },
  {
    id: "e15",
    title: "Fado evening",
    amount: 210_00,
    paidBy: "lena",
    split: {
      kind: "shares",
      shares: [
        ["ines", "1"],
        ["kofi", "1"],
        ["lena", "1"],
        ["mara", "2"],
      ],
    },
  },
  {
    id: "e16",
    title: "Pharmacy for Noah",
    amount: 11_85,
    paidBy: "ines",
    split: { kind: "exact", amounts: [["noah", 11_85]] },
  },
  { id: "e17", title: "Groceries, midweek", amount: 67_93, paidBy: "kofi", split: equal(...all) },
  {
    id: "e18",
    title: "Seafood lunch",
    amount: 131_20,
    paidBy: "noah",
    split: {
      kind: "items",
      items: [
        { amount: 74_00, sharedBy: ["ines", "jonas", "noah"] },
        { amount: 38_00, sharedBy: ["kofi", "lena", "mara"] },
      ],
      tax: 7_20,
      tip: 12_00,
    },
  },
  {
    id: "e19",
    title: "Refund of a surf board",
    amount: -20_00,
    paidBy: "noah",
    split: equal("jonas", "kofi", "mara", "noah"),
  },
  { id: "e20", title: "Taxi to the airport", amount: 31_10, paidBy: "mara", split: equal("mara", "noah", "lena") },
];
