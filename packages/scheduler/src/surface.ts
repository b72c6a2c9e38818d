/**
 * Makes an error of somebody who was only told something an unhandled rejection: it is seen, and what he was told of goes
 * on.
 */
export function surface(error: unknown): void {
  void Promise.reject(error);
}
