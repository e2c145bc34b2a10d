import type { InputReader } from '../contract/input-reader.ts';
import { bytes, choice, commaLines, flag, lines, pairs, path, text } from '../contract/types.ts';
import { checkEnv } from './env-input.ts';
import { fips } from './fips.ts';
import { pgo } from './pgo.ts';

/**
 * The settings that decide what Go compiles. Tests and build must agree on them: code that is tested under other
 * settings is other code, and Go's build cache keeps the two apart, so that everything is compiled twice.
 */
export interface Axes {
  /** `auto` switches cgo on only where a package outside the standard library needs it. */
  readonly cgo: 'false' | 'auto' | 'true';
  readonly trimpath: boolean;
  readonly tags: readonly string[];
  /** `auto`, `off` or the path of a profile. */
  readonly pgo: string;
  /** GOFIPS140 as Go reads it. */
  readonly fips: string;
  readonly env: ReadonlyMap<string, string>;
}

/** Reads the inputs that every action working on a Go module has. */
export function goInputs(read: InputReader) {
  const inputs = {
    workingDirectory: read.withDefault('working-directory', path(read.workspace), '.'),
    packages: read.optional('packages', lines(text)) ?? [],
    cgo: read.withDefault('cgo', choice('false', 'auto', 'true'), 'false'),
    trimpath: read.withDefault('trimpath', flag, 'true'),
    tags: read.optional('tags', commaLines(text)) ?? [],
    pgo: read.withDefault('pgo', pgo(read.workspace), 'auto'),
    fips: read.withDefault('fips', fips, 'off'),
    env: read.optional('env', pairs) ?? new Map<string, string>(),
    cache: read.withDefault('cache', flag, 'true'),
    cacheBudget: read.withDefault('cache-budget', bytes, '2GB'),
  };
  checkEnv(read, inputs.env);
  return inputs;
}

export type GoInputs = ReturnType<typeof goInputs>;

/** The flags of `go build`, `go vet`, `go test` and `go list` that the axes stand for. */
export function axisFlags({ trimpath, tags }: Pick<Axes, 'trimpath' | 'tags'>): string[] {
  return [...(trimpath ? ['-trimpath'] : []), ...(tags.length > 0 ? [`-tags=${tags.join(',')}`] : [])];
}

/** How Go is called wherever it compiles. */
export interface CompileSettings {
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The environment for Go that the axes stand for, as far as it is the same for every platform. */
export function axisEnv({ env, fips }: Pick<Axes, 'env' | 'fips'>): Record<string, string> {
  return { ...Object.fromEntries(env), ...(fips === 'off' ? {} : { GOFIPS140: fips }) };
}

/**
 * What the axes look like in the key of a cache: the same for tests and build, so that each finds the other's
 * packages. What only one of them has (platforms, the race detector) stands apart.
 */
export function axisKey(axes: Axes): string[] {
  const env = [...axes.env].map(([name, value]) => `${name}=${value}`).sort();
  return [axes.cgo, String(axes.trimpath), [...axes.tags].sort().join(','), axes.pgo, axes.fips, ...env];
}
