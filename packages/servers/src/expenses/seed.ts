import type { Platform } from "../platform/platform.ts";
import type { DemoAccounts } from "../platform/system.ts";
import { createGroup } from "./groups/service.ts";
import { acceptInvitation, createInvitation } from "./invitations/service.ts";
import { addRecord } from "./records/service.ts";
import type { Split } from "./records/split.ts";

/** A week in Lisbon: four people, a dozen expenses with every kind of split, one payment. */
export async function seed(platform: Platform, accounts: DemoAccounts): Promise<void> {
  const group = await createGroup(platform, accounts.ada, {
    name: "A week in Lisbon",
    currency: "EUR",
    members: ["Ben", "Cleo", "Dev"],
  });
  const idOf = (name: string) => group.members.find((member) => member.name === name)!.id;
  const [ada, ben, cleo, dev] = [group.you, idOf("Ben"), idOf("Cleo"), idOf("Dev")];
  for (const [accountId, memberId] of [
    [accounts.ben, ben],
    [accounts.cleo, cleo],
    [accounts.dev, dev],
  ] as const) {
    const { token } = await createInvitation(platform, accounts.ada, group.id, { memberId });
    await acceptInvitation(platform, accountId, token);
  }
  const today = new Date(platform.clock());
  const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const all: Split = { kind: "equally", members: [ada, ben, cleo, dev] };
  const add = (days: number, description: string, payer: string, amount: number, split: Split = all) =>
    addRecord(
      platform,
      accounts.ada,
      { groupId: group.id },
      {
        kind: "expense",
        description,
        amount,
        paidOn: daysAgo(days),
        payers: [{ memberId: payer, amount }],
        split,
      },
    );
  await add(9, "Flat in Alfama, seven nights", ada, 84_000, {
    kind: "shares",
    shares: [ada, ben, cleo].map((memberId) => ({ memberId, shares: "7" })).concat({ memberId: dev, shares: "4" }),
  });
  await add(9, "Taxi from the airport", ben, 2_340, { kind: "equally", members: [ada, ben, cleo] });
  await add(8, "Groceries", cleo, 6_718);
  await add(8, "Tram passes", ada, 5_240);
  await add(7, "Dinner by the river", dev, 14_650, {
    kind: "items",
    items: [
      { description: "Grilled fish for two", amount: 4_800, sharedBy: [ada, dev] },
      { description: "Cataplana", amount: 3_900, sharedBy: [ben, cleo] },
      { description: "Wine", amount: 2_700, sharedBy: [ada, ben, dev] },
      { description: "Bread and olives", amount: 1_250, sharedBy: [ada, ben, cleo, dev] },
    ],
    tip: 2_000,
  });
  await add(6, "Day trip to Sintra", cleo, 9_600);
  await add(6, "Castle tickets", ben, 4_200, {
    kind: "exactly",
    amounts: [ada, ben, cleo].map((memberId) => ({ memberId, amount: 1_400 })),
  });
  await add(5, "Surf lesson", ada, 12_000, { kind: "equally", members: [ada, cleo, dev] });
  await add(4, "Rental car and fuel", dev, 17_833, {
    kind: "percent",
    percents: [
      { memberId: ada, percent: "25" },
      { memberId: ben, percent: "25" },
      { memberId: cleo, percent: "30" },
      { memberId: dev, percent: "20" },
    ],
  });
  await add(3, "Fado evening", cleo, 10_400, {
    kind: "adjustments",
    adjustments: [{ memberId: ada }, { memberId: ben, plus: 1_200 }, { memberId: cleo }, { memberId: dev }],
  });
  await add(2, "Pastéis de Belém", ben, 1_740);
  await add(1, "Cleaning fee", ada, 6_000);
  await addRecord(
    platform,
    accounts.ben,
    { groupId: group.id },
    {
      kind: "payment",
      description: "Cash at the airport",
      amount: 5_000,
      paidOn: daysAgo(1),
      from: ben,
      to: ada,
    },
  );
}
