import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { withParents } from '../../testbed/images/files.ts';
import { staticImage } from '../../testbed/images/static.ts';
import { databaseArtifact } from '../../testbed/images/trivy-db.ts';
import { parseJson, textAt } from '../../testbed/json.ts';
import { image } from '../../testbed/oci/image.ts';
import { digestOf, manifestOf } from '../../testbed/oci/push.ts';
import { tar } from '../../testbed/oci/tar.ts';

test('tar itself reads our archives', () => {
  const archive = tar(
    withParents([
      { kind: 'file', path: 'bin/tool', content: Buffer.from('x'.repeat(513)), mode: 0o755 },
      { kind: 'link', path: 'bin/alias', to: 'tool' },
      { kind: 'folder', path: 'home/nonroot', mode: 0o700, owner: 65_532 },
    ]),
  );
  const listed = execFileSync('tar', ['--list', '--verbose', '--numeric-owner', '--utc'], {
    input: archive,
    encoding: 'utf8',
  });
  const lines = listed
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' '));
  expect(lines).toEqual([
    'drwxr-xr-x 0/0 0 1970-01-01 00:00 bin/',
    '-rwxr-xr-x 0/0 513 1970-01-01 00:00 bin/tool',
    'lrwxrwxrwx 0/0 0 1970-01-01 00:00 bin/alias -> tool',
    'drwxr-xr-x 0/0 0 1970-01-01 00:00 home/',
    'drwx------ 65532/65532 0 1970-01-01 00:00 home/nonroot/',
  ]);
});

test('a path that does not fit is refused instead of cut', () => {
  expect(() => tar([{ kind: 'folder', path: 'a'.repeat(100) }])).toThrow('too long');
});

test('the same content is the same image', () => {
  expect(digestOf(manifestOf(staticImage()))).toBe(digestOf(manifestOf(staticImage())));
  const layer = tar([{ kind: 'folder', path: 'tmp' }]);
  const config = parseJson(
    Buffer.from(image([layer], { User: '65532' }).config.content).toString(),
    'config',
  );
  expect(config).toMatchObject({ os: 'linux', rootfs: { diff_ids: [digestOf(layer)] } });
});

test('the static base runs nobody as root', () => {
  expect(textAt(parseJson(String(staticImage().config.content), 'config'), 'config', 'User')).toBe('65532');
});

test('the database has the media types trivy accepts', () => {
  const artifact = databaseArtifact(Buffer.from('db'), Buffer.from('{}'), new Date(0));
  expect(JSON.parse(manifestOf(artifact).toString())).toMatchObject({
    layers: [
      {
        mediaType: 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip',
        annotations: { 'org.opencontainers.image.title': 'db.tar.gz' },
      },
    ],
    annotations: { 'org.opencontainers.image.created': '1970-01-01T00:00:00.000Z' },
  });
});
