import { UserError } from '../errors/user-error.ts';
import { field, listOf, pairsOf, parsed, textOf } from '../json/json.ts';
import { mediaTypes } from '../oci/descriptor.ts';
import { digestOf } from '../oci/digest.ts';
import { errorOf, type Repository } from './registry.ts';

/** Something that was attached to an image: a manifest that names the image as its subject. */
export interface Referrer {
  readonly digest: string;
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * What is attached to the image of a digest: by the registry's own list (OCI distribution 1.1, "Listing Referrers"), else
 * by the tag that stands in for it (`sha256-<hex>`). Each is read, and must name the image as its subject.
 */
export async function referrersOf(repository: Repository, digest: string): Promise<readonly Referrer[]> {
  const listed = listOf(field(await indexOf(repository, digest), 'manifests'));
  const digests = listed.flatMap((one) => textOf(field(one, 'digest')) ?? []);
  const read = await Promise.all(digests.map((one) => referrerAt(repository, one, digest)));
  return read.flatMap((one) => one ?? []);
}

async function indexOf(repository: Repository, digest: string): Promise<unknown> {
  const list = await get(repository, `referrers/${digest}`, mediaTypes.index);
  if (list !== undefined) return parsed(list.toString());
  const tagged = await get(repository, `manifests/${digest.replace(':', '-')}`, mediaTypes.index);
  return tagged === undefined ? undefined : parsed(tagged.toString());
}

async function referrerAt(
  repository: Repository,
  digest: string,
  subject: string,
): Promise<Referrer | undefined> {
  const body = await get(repository, `manifests/${digest}`, mediaTypes.manifest);
  if (body === undefined || digestOf(body) !== digest) return undefined;
  const manifest = parsed(body.toString());
  if (textOf(field(field(manifest, 'subject'), 'digest')) !== subject) return undefined;
  const artifactType =
    textOf(field(manifest, 'artifactType')) ?? textOf(field(field(manifest, 'config'), 'mediaType')) ?? '';
  return { digest, artifactType, annotations: pairsOf(field(manifest, 'annotations')) };
}

/** The body of an answer; undefined where there is no such thing. Older registries answer 400 to what they don't know. */
async function get(repository: Repository, path: string, accept: string): Promise<Buffer | undefined> {
  const answer = await repository.call({ method: 'GET', path, headers: { accept } });
  if (answer.status === 200) return answer.body;
  if ([400, 404, 405].includes(answer.status)) return undefined;
  throw new UserError(`${repository.name}: the registry does not give ${path} (${errorOf(answer)})`, {
    fix: 'Look at the log of the registry, and run the step again when it is well.',
  });
}
