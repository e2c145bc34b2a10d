import { isDigest } from './digest.ts';

/** The parts of an image reference, with Docker Hub's short forms written out. */
export interface Reference {
  /** Host and port as the user wrote it, `docker.io` for Docker Hub. */
  readonly registry: string;
  /** Path inside the registry, such as `acme/checkout`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const pathPart = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;

/** What a tag may be, by the OCI distribution specification. */
export const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/**
 * Reads an image reference.
 *
 * Throws an Error that completes "expected …" when it is none.
 */
export function parseReference(text: string): Reference {
  const [withoutDigest = '', digest] = text.split('@', 2);
  if (digest !== undefined && !isDigest(digest))
    throw new Error('a digest of the form sha256:<64 hex digits>');
  const slash = withoutDigest.lastIndexOf('/');
  const colon = withoutDigest.indexOf(':', slash + 1);
  const name = colon === -1 ? withoutDigest : withoutDigest.slice(0, colon);
  const tag = colon === -1 ? undefined : withoutDigest.slice(colon + 1);
  if (tag !== undefined && !tagPattern.test(tag)) throw new Error('a tag of letters, digits, ., _ and -');
  return {
    ...parseName(name),
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** The first part names a registry when it looks like a host: it has a dot or a port, or is localhost. */
function parseName(name: string): { registry: string; repository: string } {
  const [first = '', ...rest] = name.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const registry = isHost ? first : 'docker.io';
  const path = isHost ? rest : [first, ...rest];
  const repository = registry === 'docker.io' && path.length === 1 ? `library/${path[0]}` : path.join('/');
  if (!/^[A-Za-z0-9.-]+(?::\d+)?$|^\[[0-9a-fA-F:]+\](?::\d+)?$/.test(registry)) {
    throw new Error(`a registry host, not "${registry}"`);
  }
  if (!repository.split('/').every((part) => pathPart.test(part))) {
    throw new Error('a repository of lower-case parts joined by slashes, such as ghcr.io/acme/checkout');
  }
  return { registry, repository };
}

/** Registry and repository as people write it. */
export function nameOf(reference: Pick<Reference, 'registry' | 'repository'>): string {
  return `${reference.registry}/${reference.repository}`;
}
