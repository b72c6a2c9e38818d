/** Somebody in a group. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** The name that goes with an id; the id itself for somebody unknown. */
export function nameOf(people: readonly Person[], id: string): string {
  return people.find((person) => person.id === id)?.name ?? id;
}
