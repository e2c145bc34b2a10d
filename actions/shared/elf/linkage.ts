import type { ElfFacts } from './elf.ts';

/** How a program is tied to the system it runs on. */
export interface Linkage {
  readonly kind: 'static' | 'glibc' | 'musl' | 'dynamic';
  /** The oldest glibc that has every symbol it asks for, such as `2.34`. */
  readonly glibc?: string;
  /** Shared libraries beyond libc's own; a base image must bring them along. */
  readonly libraries: readonly string[];
  /** The facts in the file that say so. */
  readonly because: string;
}

/** Libraries that come with every glibc. */
const ofGlibc =
  /^(?:libc|libpthread|libdl|libm|librt|libresolv|libutil|libanl|ld-linux[\w-]*|ld64)\.so\.\d+$/;
const ofMusl = /^(?:libc\.musl-\w+|ld-musl-\w+)\.so\.\d+$/;

/**
 * Reads from the facts of the file whether it runs alone.
 *
 * Static means: the kernel starts the program itself (no PT_INTERP) and no shared library is asked for. A
 * position-independent static program has a dynamic section and is static all the same.
 */
export function linkageOf({ interpreter, needed, symbolVersions }: ElfFacts): Linkage {
  if (interpreter === undefined && needed.length === 0) {
    return { kind: 'static', libraries: [], because: 'no PT_INTERP and no DT_NEEDED' };
  }
  const because = [
    ...(interpreter === undefined ? [] : [`PT_INTERP ${interpreter}`]),
    ...(needed.length === 0 ? [] : [`DT_NEEDED ${needed.join(', ')}`]),
  ].join('; ');
  if (/\/ld-musl-/.test(interpreter ?? '') || needed.some((name) => ofMusl.test(name))) {
    const libraries = needed.filter((name) => !ofMusl.test(name) && name !== 'libc.so');
    return { kind: 'musl', libraries, because };
  }
  const libraries = needed.filter((name) => !ofGlibc.test(name));
  const byGlibc =
    /\/ld(?:64|-linux[\w-]*|\d*)\.so\.\d+$/.test(interpreter ?? '') || needed.includes('libc.so.6');
  if (!byGlibc) return { kind: 'dynamic', libraries, because };
  const glibc = newestGlibc(symbolVersions);
  return { kind: 'glibc', ...(glibc === undefined ? {} : { glibc }), libraries, because };
}

/** The highest `GLIBC_x.y` among symbol versions; packed relocations (DT_RELR) came with 2.36. */
function newestGlibc(versions: readonly string[]): string | undefined {
  return versions
    .map((version) => (version === 'GLIBC_ABI_DT_RELR' ? 'GLIBC_2.36' : version))
    .flatMap((version) => /^GLIBC_(\d+(?:\.\d+)+)$/.exec(version)?.[1] ?? [])
    .sort(compareVersions)
    .at(-1);
}

/** Compares dotted numbers: 2.9 before 2.34. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
