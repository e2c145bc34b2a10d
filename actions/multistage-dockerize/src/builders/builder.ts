/** Everything a builder is told. Paths are absolute. */
export interface BuildRequest {
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  /** Secret id → name of the environment variable that holds it. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** Named build contexts: name → folder. */
  readonly contexts: ReadonlyMap<string, string>;
  /** Folder that becomes the OCI layout. */
  readonly layout: string;
}

export type BuilderName = 'buildctl' | 'buildx' | 'docker' | 'buildah' | 'kaniko';

/** Whether a builder can take a folder in the place of a stage. */
export function takesNamedContexts(builder: BuilderName): boolean {
  return builder === 'buildctl' || builder === 'buildx';
}

/** `--flag value` for each item. */
export function repeated(flag: string, values: Iterable<string>): string[] {
  return [...values].flatMap((value) => [flag, value]);
}

/** `--flag key=value` for each pair. */
export function repeatedPairs(flag: string, values: ReadonlyMap<string, string>, prefix = ''): string[] {
  return repeated(
    flag,
    [...values].map(([key, value]) => `${prefix}${key}=${value}`),
  );
}
