import { KubeError } from './errors.ts';
import type { Http } from './http.ts';
import type { Kube } from './types.ts';

/** How something is deleted, as the API has it. */
export function deleteOptions(options: NonNullable<Parameters<Kube['remove']>[1]>): unknown {
  const { propagation = 'Background', uid, resourceVersion, gracePeriodSeconds } = options;
  const preconditions = {
    ...(uid === undefined ? {} : { uid }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
  };
  return {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    propagationPolicy: propagation,
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    ...(Object.keys(preconditions).length === 0 ? {} : { preconditions }),
  };
}

/** Deletes what is at a path; false when there was nothing. */
export async function removeAt(http: Http, path: string, content: unknown, what: string): Promise<boolean> {
  const headers = { 'Content-Type': 'application/json' };
  try {
    await http.call(path, {
      method: 'DELETE',
      headers,
      body: JSON.stringify(content),
      idempotent: true,
      what,
    });
    return true;
  } catch (error) {
    if (error instanceof KubeError && error.status === 404) return false;
    throw error;
  }
}
