import { UserError } from '../errors/user-error.ts';
import { field, parsed, textOf } from '../json/json.ts';
import type { Credentials } from './credentials.ts';
import type { Send } from './http.ts';
import { isLoopback } from './loopback.ts';

/** What a registry wants, from the header WWW-Authenticate of its 401. */
export interface Challenge {
  readonly scheme: 'basic' | 'bearer';
  readonly realm: string;
  readonly service: string;
}

/** Reads the header; undefined when it asks for nothing we know. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  const match = /^\s*(basic|bearer)\b(.*)$/is.exec(header ?? '');
  if (match === null) return undefined;
  const values = new Map<string, string>();
  for (const [, key = '', quoted, bare] of (match[2] ?? '').matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)) {
    values.set(key.toLowerCase(), quoted ?? bare ?? '');
  }
  return {
    scheme: match[1]?.toLowerCase() === 'basic' ? 'basic' : 'bearer',
    realm: values.get('realm') ?? '',
    service: values.get('service') ?? '',
  };
}

/** The Authorization header of name and password. */
export function basicHeader(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/**
 * Gives the Authorization header that answers a challenge, fetching a token where the registry wants one (the token
 * protocol of the distribution project: GET with Basic, or POST with a refresh token).
 *
 * Undefined when the registry wants a password and there is none. Throws a UserError when the token server refuses.
 */
export async function authorize(
  challenge: Challenge,
  scope: string,
  credentials: Credentials | undefined,
  send: Send,
  mask: (secret: string) => Promise<void>,
): Promise<string | undefined> {
  if (challenge.scheme === 'basic') {
    return credentials?.kind === 'password'
      ? basicHeader(credentials.username, credentials.password)
      : undefined;
  }
  const realm = realmUrl(challenge.realm);
  const answer = await send(tokenRequest(realm, challenge.service, scope, credentials));
  const body = parsed(answer.body.toString());
  const token = textOf(field(body, 'token')) ?? textOf(field(body, 'access_token'));
  if (answer.status !== 200 || token === undefined || token === '') {
    throw refused(realm, answer.status, credentials);
  }
  await mask(token);
  return `Bearer ${token}`;
}

function tokenRequest(
  realm: URL,
  service: string,
  scope: string,
  credentials: Credentials | undefined,
): Parameters<Send>[0] {
  if (credentials?.kind === 'identity-token') {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: credentials.token,
      client_id: 'seatrial',
      service,
      scope,
    });
    const body = Buffer.from(form.toString());
    return {
      method: 'POST',
      url: realm,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: { size: body.length, open: () => body },
    };
  }
  const url = new URL(realm);
  if (service !== '') url.searchParams.set('service', service);
  url.searchParams.append('scope', scope);
  const headers =
    credentials === undefined
      ? {}
      : { authorization: basicHeader(credentials.username, credentials.password) };
  return { method: 'GET', url, headers };
}

/** A registry may send us anywhere for a token, but the password never goes over plain http to another machine. */
function realmUrl(realm: string): URL {
  const url = URL.parse(realm);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) {
    return url;
  }
  throw new UserError(`the registry wants the password at "${realm}", which is no https address`, {
    fix: 'Have the registry name an https address for its tokens; check that `image` names the right registry.',
  });
}

function refused(realm: URL, status: number, credentials: Credentials | undefined): UserError {
  const who = credentials === undefined ? 'without credentials' : 'with the credentials given';
  return new UserError(`${realm.host} gave no token ${who} (HTTP ${status})`, {
    fix: 'Check `registry-username` and `registry-password` (an access token that may push), or log in to the registry in a step before.',
  });
}
