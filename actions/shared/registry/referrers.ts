import { UserError } from '../errors/user-error.ts';
import { field, listOf, pairsOf, parsed, textOf } from '../json/json.ts';
import { mediaTypes } from '../oci/descriptor.ts';
import { digestOf } from '../oci/digest.ts';
import type { HttpResponse } from './http.ts';
import { errorOf, type Repository } from './registry.ts';

/** Something that was attached to an image: a manifest that names the image as its subject. */
export interface Referrer {
  readonly digest: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * Looks at what is attached to the image of a digest now. What it gives, tells later what was attached since: by the
 * registry's own list (OCI distribution 1.1, "Listing Referrers"), else by the tag that stands in for it
 * (`sha256-<hex>`). Each is read, and must name the image as its subject.
 */
export async function attachedSince(
  repository: Repository,
  digest: string,
): Promise<() => Promise<readonly Referrer[]>> {
  const before = new Set(await digestsOf(repository, digest));
  return async () => {
    const fresh = (await digestsOf(repository, digest)).filter((one) => !before.has(one));
    const read = await Promise.all(fresh.map((one) => referrerAt(repository, one, digest)));
    return read.flatMap((one) => one ?? []);
  };
}

/** A registry that says for ever that there is more must not keep us. */
const mostPages = 100;

async function digestsOf(repository: Repository, digest: string): Promise<readonly string[]> {
  const found: string[] = [];
  let path: string | URL | undefined = `referrers/${digest}`;
  for (let pages = 0; path !== undefined; pages += 1) {
    const answer: HttpResponse | undefined = await get(repository, path, mediaTypes.index);
    const listed = manifestsIn(answer);
    if (listed === undefined && pages === 0) return taggedDigests(repository, digest);
    if (listed === undefined || pages === mostPages) throw broken(repository, digest);
    found.push(...listed);
    path = nextPage(repository, answer);
  }
  return found;
}

async function taggedDigests(repository: Repository, digest: string): Promise<readonly string[]> {
  const answer = await get(repository, `manifests/${digest.replace(':', '-')}`, mediaTypes.index);
  return manifestsIn(answer) ?? [];
}

function manifestsIn(answer: HttpResponse | undefined): readonly string[] | undefined {
  const manifests = field(parsed(answer?.body.toString() ?? ''), 'manifests');
  if (!Array.isArray(manifests)) return undefined;
  return listOf(manifests).flatMap((one) => textOf(field(one, 'digest')) ?? []);
}

/** Where the list goes on: a link whose relation is `next` (RFC 8288). */
function nextPage(repository: Repository, answer: HttpResponse | undefined): URL | undefined {
  const link = [answer?.headers['link'] ?? ''].flat().join(', ');
  const target = /<([^>]*)>[^,<]*;\s*rel="?next"?/i.exec(link)?.[1];
  return target === undefined ? undefined : (URL.parse(target, repository.url('').href) ?? undefined);
}

function broken(repository: Repository, digest: string): UserError {
  return new UserError(
    `${repository.name}: the list of what is attached to ${digest} breaks off or never ends`,
    {
      fix: 'Look at the log of the registry, and run the step again when it is well.',
    },
  );
}

async function referrerAt(
  repository: Repository,
  digest: string,
  subject: string,
): Promise<Referrer | undefined> {
  const body = (await get(repository, `manifests/${digest}`, mediaTypes.manifest))?.body;
  if (body === undefined || digestOf(body) !== digest) return undefined;
  const manifest = parsed(body.toString());
  if (textOf(field(field(manifest, 'subject'), 'digest')) !== subject) return undefined;
  return { digest, annotations: pairsOf(field(manifest, 'annotations')) };
}

/** An answer; undefined where there is no such thing. Older registries answer 400 to what they don't know. */
async function get(
  repository: Repository,
  path: string | URL,
  accept: string,
): Promise<HttpResponse | undefined> {
  const answer = await repository.call({ method: 'GET', path, headers: { accept } });
  if (answer.status === 200) return answer;
  if ([400, 404, 405].includes(answer.status)) return undefined;
  throw new UserError(`${repository.name}: the registry does not give ${path} (${errorOf(answer)})`, {
    fix: 'Look at the log of the registry, and run the step again when it is well.',
  });
}
