import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { objectOf, parsed } from '../../../shared/json/json.ts';
import { dockerConfig, dockerFolder, dockerKey } from '../../../shared/registry/credentials.ts';
import { registryKind } from '../../../shared/registry/kinds.ts';
import type { Inputs, Output } from '../contract.ts';
import { type Config, forPodman, withHelper } from './auth-config.ts';
import { givenCredentials } from './session.ts';

/** What makes other programs log in to the registry; `close` takes it away again. */
export interface Login {
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Name of our credential helper, and of the variable it reads. */
const helper = 'seatrial';
const variable = 'SEATRIAL_REGISTRY_LOGIN';

/** A credential helper (docker-credential-helpers' protocol) that knows one answer, and keeps nothing. */
const script = `#!/bin/sh
[ "$1" = get ] && cat >/dev/null && printf '%s' "$${variable}"
`;

/**
 * Lets builders and cosign use the name and password of the inputs: through a docker configuration of their own, which
 * is the caller's with a credential helper for this registry in it. The password is in their environment only, in no
 * file and no command line, and the caller's configuration stays as it is; so there is nothing to log out of.
 *
 * Without a password the caller's own log-ins and helpers are what they use, and nothing is made.
 */
export async function openLogin(
  inputs: Inputs,
  { env, temp }: Pick<Context<Output>, 'env' | 'temp'>,
): Promise<Login> {
  const { registry } = inputs.image;
  const kind = registryKind(registry, env['GITHUB_ACTOR']);
  const known = givenCredentials(registry, kind, inputs);
  if (known?.kind !== 'password') return { env: {}, close: async () => undefined };
  const folder = await mkdtemp(join(temp, 'seatrial-login-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const { username: Username, password: Secret } = known;
  try {
    await fill(folder, registry, env);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    env: {
      DOCKER_CONFIG: folder,
      REGISTRY_AUTH_FILE: join(folder, 'auth.json'),
      PATH: `${folder}:${env['PATH'] ?? ''}`,
      [variable]: JSON.stringify({ ServerURL: registry, Username, Secret }),
    },
    close,
  };
}

/** Puts the caller's configuration with our helper in it into a folder. */
async function fill(folder: string, registry: string, env: Context<Output>['env']): Promise<void> {
  const dockers = objectOf(await dockerConfig(env));
  const podmans = await readConfig(env['REGISTRY_AUTH_FILE'] || authFile(env));
  const files = new Map([
    ['config.json', JSON.stringify(withHelper(dockers, dockerKey(registry), helper))],
    ['auth.json', JSON.stringify(withHelper(forPodman(dockers, podmans), registry, helper))],
    [`docker-credential-${helper}`, script],
  ]);
  const own = dockerFolder(env);
  // Contexts, builders and plug-ins of the docker client live beside its configuration.
  for (const name of await readdir(own).catch(() => []))
    if (!files.has(name)) await symlink(join(own, name), join(folder, name));
  // Never through a link: what one leads to is the caller's.
  for (const [name, text] of files)
    await writeFile(join(folder, name), text, { flag: 'wx', mode: text === script ? 0o755 : 0o600 });
}

/** Where podman and buildah keep their log-ins, unless they are told otherwise. */
function authFile(env: Readonly<Record<string, string | undefined>>): string {
  return join(env['XDG_RUNTIME_DIR'] || `/run/user/${process.getuid?.() ?? 0}`, 'containers', 'auth.json');
}

async function readConfig(path: string): Promise<Config> {
  return objectOf(parsed(await readFile(path, 'utf8').catch(() => '')));
}
