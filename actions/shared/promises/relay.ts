/** Hands on what comes to somebody who may come later, and keeps it until then. */
export interface Relay<T> {
  readonly write: (one: T) => void;
  readonly to: (reader: (one: T) => void) => void;
}

export function relay<T>(): Relay<T> {
  const kept: T[] = [];
  let reader: ((one: T) => void) | undefined;
  return {
    write: (one) => {
      if (reader === undefined) kept.push(one);
      else reader(one);
    },
    to: (found) => {
      reader = found;
      for (const one of kept.splice(0)) found(one);
    },
  };
}
