export { type BullStore, type BullStoreOptions, createBullStore } from "./bullmq-store.ts";
export { UnsupportedPolicy } from "./unsupported-policy.ts";
