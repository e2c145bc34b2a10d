import { type Place, UserError } from '../errors/user-error.ts';
import type { KubeObject } from '../kube/types.ts';
import { textsAt } from '../kube/values.ts';
import { containersOf } from './pod-spec.ts';
import type { FieldPath } from './types.ts';

const placeholder = /\$\{[^}]*\}|\{\{[^}]*\}\}|\$[A-Z_]{3,}|<[A-Za-z][\w .-]*>/;

/**
 * Refuses placeholders nobody filled in, in names, labels and images, where none of their forms is ever meant. In
 * arguments, configuration and annotations they may be what the program wants.
 */
export function refusePlaceholders(
  object: KubeObject,
  file: string,
  placeOf: (path: FieldPath) => Place,
): void {
  const { name = '', namespace = '' } = object.metadata;
  const fields: [FieldPath, string][] = [
    [['metadata', 'name'], name],
    [['metadata', 'namespace'], namespace],
    ...Object.entries(textsAt(object, 'metadata', 'labels')).map(([key, value]): [FieldPath, string] => [
      ['metadata', 'labels', key],
      value,
    ]),
    ...containersOf(object).map(({ path, image }): [FieldPath, string] => [[...path, 'image'], image]),
  ];
  for (const [path, value] of fields) {
    const found = placeholder.exec(value);
    if (found === null) continue;
    throw new UserError(`${file}: the placeholder ${found[0]} in ${path.join('.')} was not filled in`, {
      fix: 'Render the manifests in an earlier step, or write the value. Images are filled in by the input `images`.',
      place: placeOf(path),
    });
  }
}
