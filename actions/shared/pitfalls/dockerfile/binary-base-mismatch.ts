import { type DockerfileRule, familyOf, finalBase, finalChain, finding, isAlpine } from './rule.ts';

const id = 'binary-base-mismatch';

export const binaryBaseMismatch: DockerfileRule = {
  id,
  find: ({ file, linkage }) => {
    const base = finalBase(file);
    const family = familyOf(base);
    const [last] = finalChain(file);
    if (linkage === undefined || linkage.kind === 'static' || family === undefined || last === undefined)
      return [];
    const bare = family === 'scratch' || (family === 'distroless' && /\/static/.test(base));
    const lacks =
      bare || (linkage.kind === 'glibc' && isAlpine(base)) || (linkage.kind === 'musl' && !isAlpine(base));
    if (!lacks) return [];
    return [
      finding(
        id,
        'production',
        last.firstLine,
        `the program needs ${linkage.kind} (${linkage.because}) and ${base} has none: the container ends at its start with "no such file or directory", though the file is there`,
        'Build it with CGO_ENABLED=0, or take a base with that library: Debian or distroless base for glibc, Alpine for musl.',
      ),
    ];
  },
};
