/** One long-running part of the bed, described: nothing here starts anything, so that it can be tested as data. */
export interface Component {
  readonly name: string;
  /** Steps that must be done first: components that must be ready, or one-time steps. */
  readonly needs: readonly string[];
  /** Program and arguments. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Configuration files to write before the start: absolute path → content. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders that must exist. */
  readonly folders?: readonly string[];
  /** Its working directory; the bed's run folder when unset. */
  readonly cwd?: string;
  /** True as soon as it serves. May throw: that's "not yet". */
  readonly ready: () => boolean | Promise<boolean>;
}
