/** A module whose packages are in a binary. */
export interface LinkedModule {
  readonly path: string;
  /** Empty where Go knows none. */
  readonly version: string;
  /** `h1:` and the base64 of a SHA-256 over the list of its files, as in go.sum; empty for a folder on disk. */
  readonly sum: string;
  /** What stands in for it (a `replace` of go.mod); a folder on disk has no version. */
  readonly replacement?: Omit<LinkedModule, 'replacement'>;
}

/** What Go wrote into a binary about how it was built, from `go version -m`. */
export interface BuildInfo {
  readonly goVersion: string;
  /** Import path of the program. */
  readonly program: string;
  /** Path of the main module. */
  readonly module: string;
  /** Version of the main module as Go saw it, such as `(devel)`. */
  readonly moduleVersion: string;
  /** The modules its packages come from, without the main one. */
  readonly dependencies: readonly LinkedModule[];
  /** Build settings, such as `CGO_ENABLED` or `vcs.modified`. */
  readonly settings: ReadonlyMap<string, string>;
}

/** Reads the tab-separated lines below `file: go1.26.8`. */
export function parseBuildInfo(printed: string): BuildInfo {
  const rows = printed.split('\n').map((line) => line.trim().split('\t'));
  const first = (wanted: string): readonly string[] => rows.find(([kind]) => kind === wanted) ?? [];
  const mod = first('mod');
  const settings = rows.flatMap(([kind, setting = '']) => {
    const at = setting.indexOf('=');
    return kind === 'build' && at > 0
      ? [[setting.slice(0, at), unquoted(setting.slice(at + 1))] as const]
      : [];
  });
  return {
    goVersion: /: (\S+)/.exec(printed.split('\n', 1)[0] ?? '')?.[1] ?? '',
    program: first('path')[1] ?? '',
    module: mod[1] ?? '',
    moduleVersion: mod[2] ?? '',
    dependencies: linkedModules(rows),
    settings: new Map(settings),
  };
}

/** `dep` rows; a `=>` row says what stands in for the module of the row above. */
function linkedModules(rows: readonly (readonly string[])[]): LinkedModule[] {
  const found: LinkedModule[] = [];
  for (const [kind, path = '', known = '', sum = ''] of rows) {
    // What Go calls the state of a folder on disk.
    const version = known === '(devel)' ? '' : known;
    const last = found.at(-1);
    if (kind === 'dep') found.push({ path, version, sum });
    if (kind === '=>' && last !== undefined) {
      found[found.length - 1] = { ...last, replacement: { path, version, sum } };
    }
  }
  return found;
}

function unquoted(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}
