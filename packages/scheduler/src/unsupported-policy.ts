/** The engine cannot keep the order of this policy. */
export class UnsupportedPolicy extends Error {
  override readonly name = "UnsupportedPolicy";
  readonly code = "UNSUPPORTED_POLICY";
  readonly policy: string;

  constructor(policy: string, why: string) {
    super(`BullMQ cannot serve by "${policy}": ${why}. createPostgresStore() serves by every policy.`);
    this.policy = policy;
  }
}
