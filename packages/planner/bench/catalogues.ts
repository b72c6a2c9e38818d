import type { Course } from "@groundwork/planner";
import { all, any } from "@groundwork/planner";

/** Numbers in [0, 1) from a seed (Marsaglia's xorshift). */
export function seeded(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * A catalogue as universities have them: departments of 50 courses on 14 levels, most prerequisites one level below in the
 * same department, a third of the rules with a choice.
 */
export function departments(count: number, random: () => number): Course[] {
  const levels = 14;
  const size = 50;
  const idOf = (department: number, level: number, i: number) => `D${department} ${level}-${i}`;
  const perLevel = (level: number) => (level < 5 ? 5 : level < 9 ? 4 : level < 12 ? 2 : 1);
  return Array.from({ length: count }, (_, n) => {
    const department = Math.floor(n / size);
    let i = n % size;
    let level = 0;
    while (level < levels - 1 && i >= perLevel(level)) i -= perLevel(level++);
    const pick = () => {
      const from = random() < 0.85 || level < 2 ? level - 1 : Math.floor(random() * level);
      const where = random() < 0.95 ? department : Math.floor((random() * count) / size);
      return idOf(where, from, Math.floor(random() * perLevel(from)));
    };
    const item = () => (random() < 0.33 ? any(pick(), pick(), pick()) : pick());
    const requires = level === 0 ? undefined : random() < 0.7 ? item() : all(item(), item());
    return { id: idOf(department, level, i), credits: 3, requires };
  });
}

/** Every course needs one to three of the level below, from anywhere: far denser than real ones. */
export function dense(count: number, random: () => number): Course[] {
  const width = Math.ceil(count / 14);
  return Array.from({ length: count }, (_, n) => {
    const level = Math.floor(n / width);
    const pick = () => `${(level - 1) * width + Math.floor(random() * width)}`;
    const item = () => (random() < 0.4 ? any(pick(), pick(), pick()) : pick());
    const items = Array.from({ length: 1 + Math.floor(random() * 3) }, item);
    return { id: `${n}`, credits: 3, requires: level === 0 || random() < 0.4 ? undefined : all(...items) };
  });
}

/** Each course needs the one before. */
export function chain(count: number): Course[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `${n}`,
    credits: 3,
    requires: n > 0 ? `${n - 1}` : undefined,
  }));
}
