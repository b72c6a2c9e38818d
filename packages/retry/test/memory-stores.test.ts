import { memoryDeadLetters, memoryIdempotency } from "@groundwork/retry";
import { describe } from "vitest";
import { deadLetterContract } from "./contracts/dead-letters.ts";
import { idempotencyContract } from "./contracts/idempotency.ts";

describe("dead letters in memory", () => {
  deadLetterContract(async () => {
    let aheadMs = 0;
    return {
      store: memoryDeadLetters({ now: () => Date.now() + aheadMs }),
      expireLeases: async () => {
        aheadMs += 3_600_000;
      },
    };
  });
});

describe("idempotency in memory", () => {
  idempotencyContract(async () => {
    let aheadMs = 0;
    return {
      store: memoryIdempotency({ now: () => Date.now() + aheadMs }),
      expire: async (what) => {
        aheadMs += what === "leases" ? 60_000 : 48 * 3_600_000;
      },
    };
  });
});
