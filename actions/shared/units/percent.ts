/**
 * Reads `0.5%` or `80` as percentage points.
 *
 * Throws an Error naming the allowed form when it is no number between 0 and 100.
 */
export function parsePercent(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]);
  if (!(value >= 0 && value <= 100)) throw new Error('a percentage from 0 to 100, such as 0.5%');
  return value;
}

/** Percentage points with at most `digits` decimals and no trailing zeros: `3.1 %`. */
export function formatPercent(points: number, digits = 2): string {
  return `${Number(points.toFixed(digits))} %`;
}
