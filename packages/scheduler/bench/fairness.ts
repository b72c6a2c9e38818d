import { createQueue, fifo, type Policy, weightedFair } from "@groundwork/scheduler";
import { ratio } from "./rounds.ts";

/** Three tenants with 9,000, 900 and 90 tasks waiting and weights 1 : 2 : 1. */
export function fairness(): void {
  const tenants = [
    { tenant: "heavy", tasks: 9_000, weight: 1 },
    { tenant: "middle", tasks: 900, weight: 2 },
    { tenant: "light", tasks: 90, weight: 1 },
  ];
  const serve = (policy: Policy): string[] => {
    const queue = createQueue<string>({ policy, clock: () => 0 });
    for (const { tenant, tasks, weight } of tenants) {
      for (let i = 0; i < tasks; i++) queue.enqueue({ data: tenant, tenant, weight });
    }
    return Array.from({ length: queue.size }, () => queue.dequeue()!.task.data);
  };
  const [line, fair] = [serve(fifo()), serve(weightedFair())];
  const first = fair.slice(0, 360);
  console.log("\nTenants with 9,000, 900 and 90 tasks, weights 1 : 2 : 1");
  console.log(
    `  of the first 360 served: ${tenants.map(({ tenant }) => first.filter((each) => each === tenant).length).join(" : ")}`,
  );
  console.log(
    `  the light tenant's last task is number ${fair.lastIndexOf("light") + 1}; under fifo, ${line.lastIndexOf("light") + 1}`,
  );
  ratio("fifo's wait over weightedFair's", line.lastIndexOf("light") / fair.lastIndexOf("light"), "≥ 20");
}
