import type { InputReader } from '../contract/input-reader.ts';
import { choice, commaLines, flag, lines, path, text } from '../contract/types.ts';

/**
 * The settings that decide what Go compiles. Tests and build must agree on them: code that is tested under other
 * settings is other code, and Go's build cache keeps the two apart, so that everything is compiled twice.
 */
export interface Axes {
  /** `auto` switches cgo on only where a package outside the standard library needs it. */
  readonly cgo: 'false' | 'auto' | 'true';
  readonly trimpath: boolean;
  readonly tags: readonly string[];
}

/** Reads the inputs that every action working on a Go module has. */
export function goInputs(read: InputReader) {
  return {
    workingDirectory: read.withDefault('working-directory', path(read.workspace), '.'),
    packages: read.optional('packages', lines(text)) ?? [],
    cgo: read.withDefault('cgo', choice('false', 'auto', 'true'), 'false'),
    trimpath: read.withDefault('trimpath', flag, 'true'),
    tags: read.optional('tags', commaLines(text)) ?? [],
    cache: read.withDefault('cache', flag, 'true'),
  };
}

export type GoInputs = ReturnType<typeof goInputs>;

/** The flags of `go build`, `go vet`, `go test` and `go list` that the axes stand for. */
export function axisFlags({ trimpath, tags }: Pick<Axes, 'trimpath' | 'tags'>): string[] {
  return [...(trimpath ? ['-trimpath'] : []), ...(tags.length > 0 ? [`-tags=${tags.join(',')}`] : [])];
}
