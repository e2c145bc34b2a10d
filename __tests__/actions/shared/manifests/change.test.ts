import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { at } from '../../../../actions/shared/kube/values.ts';
import { checksumAnnotation, withConfigChecksums } from '../../../../actions/shared/manifests/checksum.ts';
import { replaceImages } from '../../../../actions/shared/manifests/images.ts';
import { ordered } from '../../../../actions/shared/manifests/order.ts';
import { containersOf } from '../../../../actions/shared/manifests/pod-spec.ts';
import type { Manifest } from '../../../../actions/shared/manifests/types.ts';

const digest = `sha256:${'a'.repeat(64)}`;

function manifest(kind: string, fields: Record<string, unknown> = {}, name = 'x'): Manifest {
  const object: KubeObject = { apiVersion: 'v1', kind, metadata: { name, namespace: 'n' }, ...fields };
  return { object, file: 'f.yaml', placeOf: () => ({ file: 'f.yaml' }) };
}

function deployment(...images: string[]): Manifest {
  const containers = images.map((image, index) => ({ name: `c${index}`, image }));
  return manifest('Deployment', { spec: { template: { spec: { containers } } } });
}

const imagesOf = (manifests: readonly Manifest[]): string[] =>
  manifests.flatMap(({ object }) => containersOf(object).map(({ image }) => image));

test.each([
  ['checkout', 'checkout'],
  ['checkout', 'checkout:dev'],
  ['localhost:5000/a/checkout', 'localhost:5000/a/checkout'],
  ['localhost:5000/a/checkout', 'localhost:5000/a/checkout:1.2'],
  ['ghcr.io/a/checkout', `ghcr.io/a/checkout@sha256:${'b'.repeat(64)}`],
  ['checkout:dev', 'checkout:dev'],
])('the name %s stands for the image %s', (name, image) => {
  const reference = `r.example/checkout@${digest}`;
  expect(imagesOf(replaceImages([deployment(image, 'other')], new Map([[name, reference]])))).toEqual([
    reference,
    'other',
  ]);
});

test('refuses a reference by tag and a name that no container uses', () => {
  expect(() => replaceImages([deployment('a')], new Map([['a', 'r.example/a:1']]))).toThrow(
    /not given by digest/,
  );
  expect(() => replaceImages([deployment('a')], new Map([['b', `b@${digest}`]]))).toThrow(
    /no container .* uses the image b/,
  );
});

test('a change of configuration changes the pod templates that read it, and no others', () => {
  const reading = (name: string): Record<string, unknown> => ({
    spec: { template: { spec: { containers: [{ name: 'c', envFrom: [{ configMapRef: { name } }] }] } } },
  });
  const set = (value: string): (string | unknown)[] =>
    withConfigChecksums([
      manifest('ConfigMap', { data: { key: value } }, 'mine'),
      manifest('Deployment', reading('mine')),
      manifest('Deployment', reading('elsewhere')),
      manifest('Job', reading('mine')),
    ]).map(({ object }) => at(object, 'spec', 'template', 'metadata', 'annotations', checksumAnnotation));
  const [, reads, other, job] = set('1');
  expect(reads).toMatch(/^[0-9a-f]{16}$/);
  expect(other).toBeUndefined();
  expect(job).toBeUndefined();
  expect(set('1')[1]).toBe(reads);
  expect(set('2')[1]).not.toBe(reads);
});

test('orders what others need before them and routes last', () => {
  const kinds = [
    'VirtualService',
    'Deployment',
    'Widget',
    'Secret',
    'Namespace',
    'Service',
    'CustomResourceDefinition',
  ];
  expect(ordered(kinds.map((kind) => manifest(kind))).map(({ object }) => object.kind)).toEqual([
    'CustomResourceDefinition',
    'Namespace',
    'Secret',
    'Service',
    'Widget',
    'Deployment',
    'VirtualService',
  ]);
});
