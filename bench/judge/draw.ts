import type { Random } from './random.ts';

export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();

/** Between two positive numbers, every factor as likely. */
export const scaled = (random: Random, low: number, high: number): number =>
  low * (high / low) ** random.uniform();

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[Math.floor(random.uniform() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};
