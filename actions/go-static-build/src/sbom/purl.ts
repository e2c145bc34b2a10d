/** What scanners call Go's standard library. */
export const standardLibrary = 'stdlib';

/**
 * The package URL of a Go module (github.com/package-url/purl-spec, type `golang`): lower case, `/` kept, everything
 * else that is not plain escaped. `subpath` is the program's folder within the module.
 */
export function purlOf(path: string, version: string, subpath = ''): string {
  const name = path.toLowerCase().split('/').map(escaped).join('/');
  const at = version === '' ? '' : `@${escaped(version)}`;
  return `pkg:golang/${name}${at}${subpath === '' ? '' : `#${subpath.split('/').map(escaped).join('/')}`}`;
}

function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':');
}
