/** Fills in `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+instead}`; what is not known stays as it is. */
export function expand(text: string, known: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\$(?:\{(\w+)(?::([-+])([^}]*))?\}|(\w+))/g,
    (
      whole,
      braced: string | undefined,
      sign: string | undefined,
      word: string | undefined,
      bare: string | undefined,
    ) => {
      const value = known.get(braced ?? bare ?? '');
      if (sign === '+') return value === undefined || value === '' ? '' : (word ?? '');
      if (sign === '-') return value === undefined || value === '' ? (word ?? '') : value;
      return value ?? whole;
    },
  );
}
