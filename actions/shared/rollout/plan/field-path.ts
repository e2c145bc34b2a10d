import { at, listAt } from '../../kube/values.ts';
import type { FieldPath } from '../../manifests/types.ts';

/**
 * A field as the API server writes it (`spec.template.spec.containers[0].image`,
 * `.spec.template.spec.containers[name="app"].ports`) as a path into the object.
 */
export function fieldPath(object: unknown, written: string): FieldPath {
  const path: (string | number)[] = [];
  const parts = written.matchAll(/\[(\d+)\]|\[([^=\]]+)="([^"]*)"[^\]]*\]|\["?([^"\]]+)"?\]|([^.[\]]+)/g);
  for (const [, index, key, value, quoted, name] of parts) {
    if (index !== undefined) path.push(Number(index));
    else if (key !== undefined) {
      const found = listAt(object, ...path).findIndex((item) => String(at(item, key)) === value);
      if (found < 0) break;
      path.push(found);
    } else path.push(quoted ?? name ?? '');
  }
  return path;
}

/** The first field that an error message names. */
export function fieldIn(message: string): string {
  const typed = /(?:^|[\s(])(\.(?:[A-Za-z][\w-]*|\[[^\]]*\]|\.)+)(?=[:,\s]|$)/.exec(message)?.[1];
  const invalid =
    /(?:^|[\s[])((?:spec|metadata|data|rules|subjects|webhooks)(?:\.[A-Za-z][\w-]*|\[[^\]]*\])*)(?=: )/.exec(
      message,
    )?.[1];
  return typed ?? invalid ?? '';
}
