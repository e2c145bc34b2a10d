/** Only what is set: an absent option and one that is undefined are not the same. */
export function given<T extends Record<string, string | undefined>>(options: T): { [K in keyof T]?: string } {
  const set: { [K in keyof T]?: string } = {};
  for (const key in options) {
    const value = options[key];
    if (value !== undefined) set[key] = value;
  }
  return set;
}
