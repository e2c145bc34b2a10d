import { expect, test } from '@jest/globals';
import { parseReference } from '../../../../actions/shared/oci/reference.ts';

test.each([
  ['alpine', 'docker.io', 'library/alpine', undefined],
  ['acme/app:1', 'docker.io', 'acme/app', '1'],
  ['ghcr.io/acme/check-out', 'ghcr.io', 'acme/check-out', undefined],
  ['127.0.0.1:5000/a/b:x', '127.0.0.1:5000', 'a/b', 'x'],
  ['localhost/a', 'localhost', 'a', undefined],
])('%s', (text, registry, repository, tag) => {
  const found = parseReference(text);
  expect([found.registry, found.repository, found.tag]).toEqual([registry, repository, tag]);
});

test.each([
  '',
  'ghcr.io/Acme/app',
  'ghcr.io/acme/app:bad tag',
  'ghcr.io/acme/app@sha256:12',
  'gh cr.io/a/b',
  'a//b',
])('"%s" is refused', (text) => expect(() => parseReference(text)).toThrow());
