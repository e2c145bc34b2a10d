import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../../shared/action/context.ts';
import { field, objectOf, parsed } from '../../../shared/json/json.ts';
import { dockerKey } from '../../../shared/registry/credentials.ts';
import { registryKind } from '../../../shared/registry/kinds.ts';
import type { Inputs, Output } from '../contract.ts';
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
  const own = env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker');
  // Contexts, builders and plug-ins of the docker client live beside its configuration.
  for (const name of await readdir(own).catch(() => []))
    if (name !== 'config.json') await symlink(join(own, name), join(folder, name));
  const dockers = await readConfig(join(own, 'config.json'));
  const podmans = await readConfig(env['REGISTRY_AUTH_FILE'] || authFile(env));
  const ours = { [dockerKey(registry)]: helper };
  await Promise.all([
    writeFile(join(folder, 'config.json'), withHelper(dockers, ours), { mode: 0o600 }),
    writeFile(join(folder, 'auth.json'), withHelper({ ...dockers, ...podmans }, { [registry]: helper }), {
      mode: 0o600,
    }),
    writeFile(join(folder, `docker-credential-${helper}`), script, { mode: 0o755 }),
  ]);
  const { username: Username, password: Secret } = known;
  return {
    env: {
      DOCKER_CONFIG: folder,
      REGISTRY_AUTH_FILE: join(folder, 'auth.json'),
      PATH: `${folder}:${env['PATH'] ?? ''}`,
      [variable]: JSON.stringify({ ServerURL: registry, Username, Secret }),
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Where podman and buildah keep their log-ins, unless they are told otherwise. */
function authFile(env: Readonly<Record<string, string | undefined>>): string {
  return join(env['XDG_RUNTIME_DIR'] || `/run/user/${process.getuid?.() ?? 0}`, 'containers', 'auth.json');
}

async function readConfig(path: string): Promise<Readonly<Record<string, unknown>>> {
  return objectOf(parsed(await readFile(path, 'utf8').catch(() => '')));
}

function withHelper(config: Readonly<Record<string, unknown>>, ours: Record<string, string>): string {
  return JSON.stringify({ ...config, credHelpers: { ...objectOf(field(config, 'credHelpers')), ...ours } });
}
