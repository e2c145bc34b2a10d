import type { Http } from './http.ts';
import type { Ref, Resource, Selection } from './types.ts';
import { at, listAt, textAt } from './values.ts';
import { wellKnown } from './well-known.ts';

const aggregated = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/**
 * Which kinds the cluster knows. Of Kubernetes' own that is known without a question; for others it is asked once (two
 * requests), and again only for a kind that was not there.
 */
export class Discovery {
  private readonly http: Http;
  private known: Promise<Map<string, Resource>> | undefined;

  constructor(http: Http) {
    this.http = http;
  }

  async resource(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const key = `${apiVersion} ${kind}`;
    const own = wellKnown.get(key);
    if (own !== undefined) return own;
    const fresh = this.known === undefined;
    const found = (await this.all()).get(key);
    if (found !== undefined || fresh) return found;
    // A CustomResourceDefinition may have come since.
    this.known = undefined;
    return (await this.all()).get(key);
  }

  private all(): Promise<Map<string, Resource>> {
    this.known ??= this.read().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  private async read(): Promise<Map<string, Resource>> {
    const lists = await Promise.all(
      ['/api', '/apis'].map(async (path) => {
        const answer = await this.ask(path);
        return at(answer, 'kind') === 'APIGroupDiscoveryList'
          ? resourcesOf(answer)
          : this.oneByOne(path, answer);
      }),
    );
    return new Map(lists.flat().map((resource) => [`${resource.apiVersion} ${resource.kind}`, resource]));
  }

  /** Servers before 1.26 list the versions first and then the kinds of each. */
  private async oneByOne(path: string, answer: unknown): Promise<Resource[]> {
    const versions =
      path === '/api'
        ? listAt(answer, 'versions').filter((version) => typeof version === 'string')
        : listAt(answer, 'groups').flatMap((group) =>
            listAt(group, 'versions').map((version) => textAt(version, 'groupVersion')),
          );
    const lists = await Promise.all(
      versions.map(async (version) => {
        const list = await this.ask(`${path}/${version}`);
        return listAt(list, 'resources')
          .filter((item) => !textAt(item, 'name').includes('/'))
          .map((item) =>
            resource(version, textAt(item, 'kind'), textAt(item, 'name'), at(item, 'namespaced') === true),
          );
      }),
    );
    return lists.flat();
  }

  private async ask(path: string): Promise<unknown> {
    const what = 'ask which kinds the cluster knows';
    return JSON.parse(
      await this.http.call(path, { idempotent: true, what, headers: { Accept: aggregated } }),
    );
  }
}

function resourcesOf(answer: unknown): Resource[] {
  return listAt(answer, 'items').flatMap((group) => {
    const name = textAt(group, 'metadata', 'name');
    return listAt(group, 'versions').flatMap((version) => {
      const apiVersion = name === '' ? textAt(version, 'version') : `${name}/${textAt(version, 'version')}`;
      return listAt(version, 'resources').map((item) =>
        resource(
          apiVersion,
          textAt(item, 'responseKind', 'kind'),
          textAt(item, 'resource'),
          textAt(item, 'scope') === 'Namespaced',
        ),
      );
    });
  });
}

function resource(apiVersion: string, kind: string, plural: string, namespaced: boolean): Resource {
  return { apiVersion, kind, plural, namespaced };
}

/** The path of all objects of a kind, in one namespace or everywhere. */
export function collectionPath(resource: Resource, namespace: string | undefined): string {
  const { apiVersion, plural, namespaced } = resource;
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const within = namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${root}${within}/${plural}`;
}

/** The path of one object. */
export function objectPath(resource: Resource, { namespace, name }: Pick<Ref, 'namespace' | 'name'>): string {
  if (resource.namespaced && namespace === undefined) {
    throw new Error(`${resource.kind} ${name} needs a namespace to be addressed`);
  }
  return `${collectionPath(resource, namespace)}/${encodeURIComponent(name)}`;
}

/** Query parameters; unset ones stay out. */
export function query(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  if (set.length === 0) return '';
  return `?${set.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`;
}

/** The selectors of a list or watch as query parameters. */
export function selectors({ labelSelector, fieldSelector }: Selection): Record<string, string | undefined> {
  return { labelSelector, fieldSelector };
}
