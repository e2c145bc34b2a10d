import { Readable } from 'node:stream';
import { UserError } from '../errors/user-error.ts';
import { type Descriptor, manifestTypes } from '../oci/descriptor.ts';
import { digestOf } from '../oci/digest.ts';
import { type Layout, readBlob, verifiedBlob } from '../oci/layout.ts';
import { type EarlyUpload, earlyUpload } from './early-upload.ts';
import type { HttpResponse } from './http.ts';
import { errorOf, type Repository, TransientError } from './registry.ts';
import { isTransientStatus } from './retry.ts';

/** How often a blob is begun anew when its upload breaks off. */
const uploadAttempts = 3;

export interface Pushed {
  readonly uploadedBytes: number;
  /** Blobs the registry had before. */
  readonly reused: number;
}

/** Finds out whether we may write: begins an upload, which the caller finishes or drops. */
export async function beginUpload(repository: Repository): Promise<EarlyUpload> {
  const answer = await repository.call({ method: 'POST', path: 'blobs/uploads/' });
  if (answer.status !== 202) throw failed(repository, 'it begins no upload', answer);
  const location = uploadUrl(repository, answer);
  return earlyUpload(repository, location, (next) => uploadUrl(repository, next));
}

/** How many blobs are on their way at once. */
const lanes = 4;

/**
 * Pushes exactly the bytes of a layout: blobs first, then manifests by digest. Nothing has a tag by then; what leads to
 * the image is its digest alone. Each blob is compared with its digest while it is sent, and not sent to its end if it
 * holds something else; `early` ends one that was sent before, and tells whether the registry has it.
 */
export async function pushBytes(
  repository: Repository,
  layout: Layout,
  log: (line: string) => void,
  early: (digest: string) => Promise<boolean> = async () => false,
): Promise<Pushed> {
  let uploadedBytes = 0;
  let reused = 0;
  const left = [...layout.blobs];
  const lane = async (): Promise<void> => {
    for (let blob = left.shift(); blob !== undefined; blob = left.shift()) {
      const push = pushBlob.bind(undefined, repository, layout.path, blob, log);
      const sent = await early(blob.digest)
        .then((there) => there || push())
        .catch((error: unknown) => {
          // What is on its way goes to its end; nothing more is begun.
          left.length = 0;
          throw error;
        });
      uploadedBytes += sent ? blob.size : 0;
      reused += sent ? 0 : 1;
    }
  };
  await everyLane(Array.from({ length: Math.min(lanes, left.length) }, lane));
  for (const manifest of layout.manifests)
    await putManifest(repository, layout.path, manifest, manifest.digest);
  return { uploadedBytes, reused };
}

/** Waits for all of them, so that nothing is still being sent when the first error is told. */
async function everyLane(running: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(running)).find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * Gives an image that was pushed its tags. Each is read back, and what it points to must have the layout's digest.
 * Gives the tags that pointed to another image before, with its digest.
 */
export async function tagAs(
  repository: Repository,
  layout: Layout,
  tags: readonly string[],
  log: (line: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const moved = new Map<string, string>();
  const one = async (tag: string): Promise<void> => {
    const before = await digestAt(repository, tag);
    if (before !== undefined && before !== layout.root.digest) moved.set(tag, before);
    await putManifest(repository, layout.path, layout.root, tag);
    log(`${repository.name}:${tag} is ${layout.root.digest}`);
  };
  await everyLane(tags.map(one));
  return moved;
}

/** Uploads a blob unless the registry has it. Gives whether it went over the wire. */
async function pushBlob(
  repository: Repository,
  layout: string,
  blob: Descriptor,
  log: (line: string) => void,
): Promise<boolean> {
  for (let tried = 1; ; tried += 1) {
    const known = await repository.call({ method: 'HEAD', path: `blobs/${blob.digest}` });
    if (known.status === 200) return tried > 1;
    try {
      await upload(repository, layout, blob);
      return true;
    } catch (error) {
      if (tried === uploadAttempts || !(error instanceof TransientError)) throw error;
      log(`The upload of ${blob.digest} broke off and is begun anew: ${error.message}`);
      await repository.pause(tried);
    }
  }
}

/** One upload in one piece. A session that broke is never continued: what it holds by then is not known. */
async function upload(repository: Repository, layout: string, blob: Descriptor): Promise<void> {
  const begun = await repository.call({ method: 'POST', path: 'blobs/uploads/' });
  if (begun.status !== 202) throw failed(repository, `it begins no upload of ${blob.digest}`, begun);
  const url = uploadUrl(repository, begun);
  url.searchParams.set('digest', blob.digest);
  const done = await repository.call({
    method: 'PUT',
    path: url,
    headers: { 'content-type': 'application/octet-stream' },
    body: {
      size: blob.size,
      open: () => Readable.from(verifiedBlob(layout, blob), { objectMode: false }),
    },
    once: true,
  });
  if (done.status === 201 || done.status === 204) return;
  const { message, fix } = failed(repository, `it did not take ${blob.digest}`, done);
  // A session can be lost behind a load balancer (404, 416), which a new one mends.
  const again = [404, 416].includes(done.status) || isTransientStatus(done.status);
  throw again ? new TransientError(message, { fix }) : new UserError(message, { fix });
}

async function putManifest(
  repository: Repository,
  layout: string,
  manifest: Descriptor,
  as: string,
): Promise<void> {
  const body = await readBlob(layout, manifest);
  const answer = await repository.call({
    method: 'PUT',
    path: `manifests/${as}`,
    headers: { 'content-type': manifest.mediaType },
    body: { size: body.length, open: () => body },
  });
  if (answer.status !== 201) throw failed(repository, `it did not take the manifest as ${as}`, answer);
  const found = await digestAt(repository, as);
  if (found === manifest.digest) return;
  throw new UserError(
    `${repository.name}: the registry holds ${found ?? 'nothing'} as ${as} after the push, not ${manifest.digest}`,
    {
      fix: 'Deploy nothing from this tag. Look for something else that pushes to it at the same time, or a registry that rewrites manifests, and run the step again.',
    },
  );
}

/** The digest a tag or digest leads to, computed from the bytes the registry serves; undefined when there is none. */
export async function digestAt(repository: Repository, reference: string): Promise<string | undefined> {
  const answer = await repository.call({
    method: 'GET',
    path: `manifests/${reference}`,
    headers: { accept: manifestTypes },
  });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw failed(repository, `it does not tell what ${reference} is`, answer);
  return digestOf(answer.body);
}

function uploadUrl(repository: Repository, answer: HttpResponse): URL {
  const { location } = answer.headers;
  const url = location === undefined ? null : URL.parse(location, repository.url('blobs/uploads/').href);
  if (url === null) throw failed(repository, 'it names no place for an upload', answer);
  return url;
}

function failed(repository: Repository, what: string, answer: HttpResponse): UserError {
  const often = answer.status === 429;
  return new UserError(`${repository.name}: the registry fails: ${what} (${errorOf(answer)})`, {
    fix: often
      ? 'The registry limits how often it may be asked. Log in (limits are higher then) or run the step again later.'
      : 'Look at the log of the registry; nothing was tagged. Run the step again when it is well.',
  });
}
