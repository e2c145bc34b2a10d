import { PassThrough } from 'node:stream';
import type { HttpResponse } from './http.ts';
import type { Repository } from './registry.ts';

/**
 * An upload whose bytes are sent while they are still being made: what they are is told at its end, as docker does it. It is
 * a short cut and no more: where it fails, `finish` says no, and the blob goes the long way.
 */
export interface EarlyUpload {
  readonly write: (chunk: Uint8Array) => void;
  /** Ends it as the blob of this digest. Tells whether the registry has the blob now; it has compared the digest itself. */
  readonly finish: (digest: string) => Promise<boolean>;
  /** Leaves nothing of it with the registry, unless it was finished. */
  readonly drop: () => Promise<void>;
}

/** A job that is cancelled has a few seconds; the registry forgets an upload by itself after some days. */
const dropWithinMs = 2000;

/** Goes on with an upload that was begun at `location`. Nothing is sent before the first chunk. */
export function earlyUpload(
  repository: Repository,
  location: URL,
  locationOf: (answer: HttpResponse) => URL,
): EarlyUpload {
  let place = location;
  let sending: { readonly body: PassThrough; readonly answer: Promise<HttpResponse | undefined> } | undefined;
  let over = false;
  const dropped = new AbortController();
  const begin = (): NonNullable<typeof sending> => {
    const body = new PassThrough({ highWaterMark: 1 << 20 });
    const headers = { 'content-type': 'application/octet-stream' };
    const signal = AbortSignal.any([repository.signal, dropped.signal]);
    const call = {
      method: 'PATCH',
      path: place,
      headers,
      body: { open: opensOnce(body) },
      once: true,
      signal,
    };
    return { body, answer: repository.call(call).catch(() => undefined) };
  };
  const drop = async (): Promise<void> => {
    if (over) return;
    over = true;
    // What is not sent yet is for nobody.
    dropped.abort();
    await sending?.answer;
    const signal = AbortSignal.timeout(dropWithinMs);
    await repository.call({ method: 'DELETE', path: place, once: true, signal }).catch(() => undefined);
  };
  return {
    write: (chunk) => {
      if (over) return;
      sending ??= begin();
      if (!sending.body.destroyed) sending.body.write(chunk);
    },
    finish: async (digest) => {
      sending?.body.end();
      const answer = await sending?.answer;
      if (over || answer?.status !== 202) return false;
      place = locationOf(answer);
      const end = new URL(place);
      end.searchParams.set('digest', digest);
      const done = await repository.call({ method: 'PUT', path: end, once: true }).catch(() => undefined);
      over = done?.status === 201 || done?.status === 204;
      return over;
    },
    drop,
  };
}

/** Bytes that are gone once they were sent can't be sent again after a log-in. */
function opensOnce(body: PassThrough): () => PassThrough {
  let opened = false;
  return () => {
    if (opened) throw new Error('the upload can be sent once only');
    opened = true;
    return body;
  };
}
