import { textsAt } from '../../shared/kube/values.ts';
import type { Manifest } from '../../shared/manifests/types.ts';

/** Shorter values stand in ordinary text all the time; hiding them would hide the text. */
const shortest = 6;

/** What the Secrets of the manifests hold, in every form in which it may turn up in a log. */
export function secretsIn(manifests: readonly Manifest[]): string[] {
  const values = manifests
    .filter(({ object }) => object.kind === 'Secret')
    .flatMap(({ object }) => [
      ...Object.values(textsAt(object, 'stringData')),
      ...Object.values(textsAt(object, 'data')).flatMap((value) => [
        value,
        Buffer.from(value, 'base64').toString(),
      ]),
    ]);
  const lines = values.flatMap((value) => [value, ...value.split('\n')]).map((value) => value.trim());
  return [...new Set(lines)].filter((value) => value.length >= shortest).sort((a, b) => b.length - a.length);
}

/** A text without the secrets. */
export function hideIn(text: string, secrets: readonly string[]): string {
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);
}
