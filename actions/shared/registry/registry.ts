import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../errors/user-error.ts';
import { field, listOf, parsed, textOf } from '../json/json.ts';
import { nameOf, type Reference } from '../oci/reference.ts';
import { authorize, type Challenge, parseChallenge } from './auth.ts';
import type { Credentials } from './credentials.ts';
import type { HttpRequest, HttpResponse, Send } from './http.ts';
import { anyRegistry } from './kinds.ts';
import { registryUrl } from './loopback.ts';
import { defaultPatience, type Patience, pauseBefore, withRetries } from './retry.ts';

export interface RegistryOptions {
  readonly send: Send;
  readonly credentials: Credentials | undefined;
  readonly mask: (secret: string) => Promise<void>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  readonly patience?: Patience;
  /** What is asked for when logging in. Default: both. */
  readonly access?: 'pull' | 'pull,push';
  /** What to do when a push is refused, where more is known than for any registry. */
  readonly refused?: string;
}

interface Call extends Omit<HttpRequest, 'url' | 'signal'> {
  readonly path: string | URL;
  /** Set where sending the same again would not mean the same. */
  readonly once?: boolean;
  /** In the place of the job's own, for what must still be said when the job is cancelled. */
  readonly signal?: AbortSignal;
}

/** The registry did not answer, or answered that it can't just now. */
export class TransientError extends UserError {}

/** One repository of a registry, spoken to by the OCI distribution protocol. */
export class Repository {
  readonly name: string;
  private readonly base: URL;
  private readonly path: string;
  private readonly options: RegistryOptions;
  private authorization: string | undefined;
  private challenge: Challenge | undefined;

  constructor(reference: Pick<Reference, 'registry' | 'repository'>, options: RegistryOptions) {
    this.name = nameOf(reference);
    this.base = registryUrl(reference.registry);
    this.path = `/v2/${reference.repository}`;
    this.options = options;
  }

  /** Aborted when the job is cancelled. */
  get signal(): AbortSignal {
    return this.options.signal;
  }

  /** The address of something in this repository, such as `blobs/sha256:…`. */
  url(path: string): URL {
    return new URL(`${this.path}/${path}`, this.base);
  }

  /**
   * Makes one call, logging in when the registry asks for it and trying again when that can help.
   *
   * Gives any answer but 401 and 403; these, and a registry that can't be reached, are UserErrors.
   */
  async call(call: Call): Promise<HttpResponse> {
    const url = typeof call.path === 'string' ? this.url(call.path) : call.path;
    const { log } = this.options;
    const signal = call.signal ?? this.options.signal;
    const patience = call.once === true ? { ...this.patience, attempts: 1 } : this.patience;
    try {
      return await withRetries(patience, signal, log, () => this.authorized(call, url));
    } catch (error) {
      if (error instanceof UserError || signal.aborted) throw error;
      throw unreachable(this.base, error);
    }
  }

  /** Waits before the next of several tries. */
  async pause(tried: number): Promise<void> {
    await sleep(pauseBefore(tried, this.patience, undefined), undefined, { signal: this.options.signal });
  }

  private get patience(): Patience {
    return this.options.patience ?? defaultPatience;
  }

  private async authorized(call: Call, url: URL): Promise<HttpResponse> {
    const answer = await this.once(call, url);
    if (answer.status !== 401) return this.allowed(answer);
    this.challenge = parseChallenge(answer.headers['www-authenticate']) ?? this.challenge;
    this.authorization = await this.logIn();
    if (this.authorization === undefined) throw this.refusal(answer);
    return this.allowed(await this.once(call, url));
  }

  private once(call: Call, url: URL): Promise<HttpResponse> {
    // An upload may be sent on to a storage host, which must not see the registry's token.
    const own = url.origin === this.base.origin;
    const authorization =
      own && this.authorization !== undefined ? { authorization: this.authorization } : {};
    const { path: _path, once: _once, ...rest } = call;
    const headers = { 'user-agent': 'seatrial', ...authorization, ...call.headers };
    return this.options.send({ signal: this.options.signal, ...rest, url, headers });
  }

  private async logIn(): Promise<string | undefined> {
    if (this.challenge === undefined) return undefined;
    const scope = `repository:${this.path.slice('/v2/'.length)}:${this.options.access ?? 'pull,push'}`;
    const { credentials, send, mask } = this.options;
    return authorize(this.challenge, scope, credentials, send, mask);
  }

  private allowed(answer: HttpResponse): HttpResponse {
    if (answer.status === 401 || answer.status === 403) throw this.refusal(answer);
    return answer;
  }

  private refusal(answer: HttpResponse): UserError {
    const who = this.options.credentials === undefined ? 'without credentials' : 'with the credentials given';
    return new UserError(`${this.name}: the registry refuses access ${who} (${errorOf(answer)})`, {
      fix:
        this.options.access === 'pull'
          ? 'Check the name of the image, and log in to its registry in a step before if it is a private one.'
          : (this.options.refused ?? anyRegistry.refused),
    });
  }
}

/** What a registry says in an error answer: its own code and message, else the status. */
export function errorOf(answer: HttpResponse): string {
  const [first] = listOf(field(parsed(answer.body.toString()), 'errors'));
  const code = textOf(field(first, 'code'));
  const message = textOf(field(first, 'message'));
  const said = [code, message].filter((part) => part !== undefined && part !== '').join(': ');
  const clean = said.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300);
  return clean === '' ? `HTTP ${answer.status}` : `HTTP ${answer.status}, ${clean}`;
}

function unreachable(base: URL, error: unknown): TransientError {
  const why = error instanceof Error ? error.message || String(field(error, 'code')) : String(error);
  return new TransientError(`the registry ${base.origin} does not answer: ${why}`, {
    fix: 'Check the registry in `image`, and that the runner can reach it (a name without a registry means Docker Hub; plain http is spoken to this machine only).',
    cause: error,
  });
}
