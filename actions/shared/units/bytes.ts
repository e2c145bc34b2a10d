/** Bytes as a person says them, in decimal units like registries do: `12.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

const factors: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};

/**
 * Reads `2GB` or `500 MiB` as bytes.
 *
 * Throws an Error naming the allowed form; a bare number is refused because its unit would be a guess.
 */
export function parseBytes(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(B|kB|MB|GB|KiB|MiB|GiB)$/.exec(text) ?? [];
  const factor = factors[unit];
  if (amount === undefined || factor === undefined) throw new Error('a size such as 500MB, 2GB or 1.5GiB');
  return Math.round(Number(amount) * factor);
}
