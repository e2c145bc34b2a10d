import { collectionPath, query, selectors } from './discovery.ts';
import { KubeError } from './errors.ts';
import type { Http } from './http.ts';
import type { KubeObject, Resource, Selection } from './types.ts';
import { isJson, isKubeObject, listAt, textAt } from './values.ts';

const pageSize = 500;

export interface Listed {
  readonly items: KubeObject[];
  readonly resourceVersion: string;
}

/** All objects of a kind, page by page, and the version of the list, from which a watch goes on. */
export async function listAll(http: Http, resource: Resource, options: Selection): Promise<Listed> {
  const items: KubeObject[] = [];
  let next = '';
  for (;;) {
    const page = await onePage(http, resource, options, next);
    items.push(...page.items);
    if (page.next === '') return { items, resourceVersion: page.resourceVersion };
    next = page.next;
  }
}

async function onePage(
  http: Http,
  resource: Resource,
  options: Selection,
  next: string,
): Promise<Listed & { next: string }> {
  const path = `${collectionPath(resource, options.namespace)}${query({ ...selectors(options), limit: pageSize, continue: next })}`;
  const where = options.namespace === undefined ? '' : ` in ${options.namespace}`;
  const answer: unknown = JSON.parse(
    await http.call(path, { idempotent: true, what: `list ${resource.plural}${where}` }),
  );
  return {
    items: listAt(answer, 'items').map((item) => typed(item, resource)),
    resourceVersion: textAt(answer, 'metadata', 'resourceVersion'),
    next: textAt(answer, 'metadata', 'continue'),
  };
}

/** The items of a list come without the kind that the list itself names. */
function typed(item: unknown, { apiVersion, kind }: Resource): KubeObject {
  const whole = isJson(item) ? { ...item, apiVersion, kind } : item;
  if (isKubeObject(whole)) return whole;
  throw new KubeError(`the list of ${kind} holds something that is no object`, {
    status: 200,
    reason: 'Malformed',
  });
}
