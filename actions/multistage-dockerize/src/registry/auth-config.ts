import { objectOf } from '../../../shared/json/json.ts';

/** A file of log-ins as docker (config.json) and podman (auth.json) write it. */
export type Config = Readonly<Record<string, unknown>>;

/** The configuration with a credential helper for a registry; every other registry keeps what it has. */
export function withHelper(config: Config, registry: string, helper: string): Config {
  const auths = Object.entries(objectOf(config['auths'])).filter(([key]) => !isOf(key, registry));
  const credHelpers = { ...objectOf(config['credHelpers']), [registry]: helper };
  return {
    ...config,
    ...(config['auths'] === undefined ? {} : { auths: Object.fromEntries(auths) }),
    credHelpers,
  };
}

/** podman keeps log-ins for parts of a registry too (`r.example/acme`), and they would win over the helper. */
function isOf(key: string, registry: string): boolean {
  return key === registry || key.startsWith(`${registry}/`);
}

/**
 * podman's log-ins with docker's beside them, registry by registry: where both know one, podman's own counts. In its own
 * file podman finds a registry by its host only.
 */
export function forPodman(docker: Config, podman: Config): Config {
  const [auths, credHelpers] = [objectOf(podman['auths']), objectOf(podman['credHelpers'])];
  // A helper wins over a log-in: docker's must not over podman's.
  const helpers = Object.entries(byHost(docker['credHelpers'])).filter(([registry]) => !(registry in auths));
  return {
    ...docker,
    ...podman,
    auths: { ...byHost(docker['auths']), ...auths },
    credHelpers: { ...Object.fromEntries(helpers), ...credHelpers },
  };
}

/** docker has addresses among its keys, and Docker Hub under its oldest (`https://index.docker.io/v1/`). */
function byHost(entries: unknown): Config {
  const host = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  const name = (key: string): string => host(key).replace(/^(?:index|registry-1)\.docker\.io$/, 'docker.io');
  return Object.fromEntries(Object.entries(objectOf(entries)).map(([key, value]) => [name(key), value]));
}
