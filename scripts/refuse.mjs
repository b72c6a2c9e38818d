/** Ends the command with one clear line that says what is wrong and what to do. */
export function refuse(message) {
  console.error(message);
  process.exit(1);
}
