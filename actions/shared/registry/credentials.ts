import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors/user-error.ts';
import type { Exec } from '../exec/exec.ts';
import { field, parsed, textOf } from '../json/json.ts';

/** Who asks. An identity token (what `docker login` leaves for some registries) is exchanged for access tokens. */
export type Credentials =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'identity-token'; readonly token: string };

interface Look {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exec: Exec;
  /** Hides a value in all logs. */
  readonly mask: (secret: string) => Promise<void>;
}

/**
 * What docker's own configuration knows about a registry: a credential helper, the credential store, or the file itself.
 * Undefined when it knows nothing; the registry is then asked as nobody.
 */
export async function dockerCredentials(registry: string, look: Look): Promise<Credentials | undefined> {
  const config = await dockerConfig(look.env);
  const found = await fromConfig(config, dockerKey(registry), look);
  if (found === undefined) return undefined;
  await look.mask(found.kind === 'password' ? found.password : found.token);
  return found;
}

/** The folder of docker's own configuration. */
export function dockerFolder(env: Look['env']): string {
  return env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker');
}

/** Docker's own configuration; undefined where there is none. Throws a UserError when it is damaged. */
export async function dockerConfig(env: Look['env']): Promise<unknown> {
  const path = join(dockerFolder(env), 'config.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const config = parsed(text);
  if (config !== undefined) return config;
  throw new UserError(`${path} is no JSON`, {
    fix: 'Log in to the registry again (docker/login-action), or remove the file.',
    place: { file: path },
  });
}

async function fromConfig(config: unknown, key: string, look: Look): Promise<Credentials | undefined> {
  const entry = field(field(config, 'auths'), key) ?? field(field(config, 'auths'), `https://${key}`);
  const helper = textOf(field(field(config, 'credHelpers'), key)) ?? textOf(field(config, 'credsStore'));
  if (helper !== undefined && helper !== '') {
    const known = await fromHelper(helper, key, look);
    if (known !== undefined) return known;
  }
  return fromEntry(entry);
}

function fromEntry(entry: unknown): Credentials | undefined {
  const token = textOf(field(entry, 'identitytoken'));
  if (token !== undefined && token !== '') return { kind: 'identity-token', token };
  const pair = Buffer.from(textOf(field(entry, 'auth')) ?? '', 'base64').toString();
  const colon = pair.indexOf(':');
  if (colon < 1) return undefined;
  return {
    kind: 'password',
    username: pair.slice(0, colon),
    password: pair.slice(colon + 1).replace(/\0+$/, ''),
  };
}

/** Asks `docker-credential-<name> get`, which takes the registry on stdin and answers in JSON. */
async function fromHelper(name: string, key: string, { exec }: Look): Promise<Credentials | undefined> {
  const program = `docker-credential-${name}`;
  const { code, stdout } = await exec(program, ['get'], { stdin: key });
  // Helpers say "credentials not found" with an exit code; that is no error of ours.
  if (code !== 0) return undefined;
  const answer = parsed(stdout);
  const username = textOf(field(answer, 'Username'));
  const secret = textOf(field(answer, 'Secret'));
  if (username === undefined || secret === undefined || secret === '') return undefined;
  if (username === '<token>') return { kind: 'identity-token', token: secret };
  return { kind: 'password', username, password: secret };
}

/** What a registry is called in docker's configuration, where Docker Hub stands under its oldest address. */
export function dockerKey(registry: string): string {
  return registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
}
