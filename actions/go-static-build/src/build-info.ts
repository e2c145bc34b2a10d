/** What Go wrote into a binary about how it was built, from `go version -m`. */
export interface BuildInfo {
  readonly goVersion: string;
  /** Path of the main module. */
  readonly module: string;
  /** Version of the main module as Go saw it, such as `(devel)`. */
  readonly moduleVersion: string;
  /** Build settings, such as `CGO_ENABLED` or `vcs.modified`. */
  readonly settings: ReadonlyMap<string, string>;
}

/** Reads the tab-separated lines below `file: go1.26.8`. */
export function parseBuildInfo(printed: string): BuildInfo {
  const rows = printed.split('\n').map((line) => line.trim().split('\t'));
  const mod = rows.find(([kind]) => kind === 'mod');
  const settings = rows.flatMap(([kind, setting = '']) => {
    const at = setting.indexOf('=');
    return kind === 'build' && at > 0
      ? [[setting.slice(0, at), unquoted(setting.slice(at + 1))] as const]
      : [];
  });
  return {
    goVersion: /: (\S+)/.exec(printed.split('\n', 1)[0] ?? '')?.[1] ?? '',
    module: mod?.[1] ?? '',
    moduleVersion: mod?.[2] ?? '',
    settings: new Map(settings),
  };
}

function unquoted(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1) : value;
}
