import type { SourceSection } from '../../../shared/record/types.ts';

/** The labels every image gets: from the image one finds the commit. The caller's own win. */
export function labelsFor(
  source: SourceSection,
  facts: { readonly created: Date; readonly version: string; readonly server: string },
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const known: readonly (readonly [string, string])[] = [
    ['org.opencontainers.image.revision', source.commit],
    [
      'org.opencontainers.image.source',
      source.repository === '' ? '' : `${facts.server}/${source.repository}`,
    ],
    ['org.opencontainers.image.created', facts.created.toISOString()],
    ['org.opencontainers.image.version', facts.version],
  ];
  return new Map([...known.filter(([, value]) => value !== ''), ...own]);
}
