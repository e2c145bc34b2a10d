/** Lines of a file that a patch replaces. Lines count from 1; `take` may be 0 to insert before `line`. */
export interface Edit {
  readonly line: number;
  readonly take: number;
  readonly put: readonly string[];
}

/** A pitfall that is there, beyond doubt. */
export interface Finding {
  /** The rule; docs/rules/<id>.md is its page. */
  readonly id: string;
  /** `production`: something fails or leaks there. `hygiene`: builds are slower, bigger or less repeatable. */
  readonly kind: 'production' | 'hygiene';
  readonly line: number;
  /** The cause, and what it does in production. */
  readonly message: string;
  readonly fix: string;
  /** The mechanical mending, where there is one. */
  readonly edits: readonly Edit[];
}
