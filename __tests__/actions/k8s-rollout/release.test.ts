import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { asText, placeOf, sourcePlace } from '../../../actions/k8s-rollout/src/diagnosis.ts';
import { statusOf } from '../../../actions/k8s-rollout/src/report.ts';
import { hideIn, secretsIn } from '../../../actions/k8s-rollout/src/secrets.ts';
import { UserError } from '../../../actions/shared/errors/user-error.ts';
import type { KubeObject } from '../../../actions/shared/kube/types.ts';
import { refuseDuplicates } from '../../../actions/shared/manifests/release.ts';
import type { Manifest } from '../../../actions/shared/manifests/types.ts';
import type { Finding } from '../../../actions/shared/rollout/finding.ts';

function manifest(object: Partial<KubeObject>, line = 1): Manifest {
  const whole = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', namespace: 'shop' },
    ...object,
  };
  return {
    object: whole,
    file: 'deploy.yaml',
    placeOf: (path) => ({ file: 'deploy.yaml', line: line + path.length }),
  };
}

test('an object that stands twice is refused with both places, whatever its API version', () => {
  const twice = [
    manifest({ kind: 'Ingress', apiVersion: 'networking.k8s.io/v1' }),
    manifest({ kind: 'Ingress', apiVersion: 'networking.k8s.io/v1beta1' }, 20),
  ];
  expect(() => refuseDuplicates(twice)).toThrow(
    new UserError('Ingress shop/a stands twice: deploy.yaml:3 and deploy.yaml:22', { fix: '' }),
  );
  expect(() =>
    refuseDuplicates([
      manifest({}),
      manifest({ kind: 'Secret' }),
      manifest({ metadata: { name: 'a', namespace: 'b' } }),
    ]),
  ).not.toThrow();
});

test('secrets are hidden in every form in which they turn up, the longest first', () => {
  const data = {
    token: Buffer.from('super-secret-token').toString('base64'),
    short: Buffer.from('on').toString('base64'),
  };
  const secrets = secretsIn([
    manifest({ kind: 'Secret', data, stringData: { pem: 'line-one-1\nline-two-2' } }),
  ]);
  expect(secrets).not.toContain('on');
  const log = `token=super-secret-token pem=line-two-2 b64=${data.token} on`;
  expect(hideIn(log, secrets)).toBe('token=*** pem=*** b64=*** on');
});

const finding: Finding = {
  cause: 'crash-loop',
  certainty: 'certain',
  ref: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'a' },
  message: 'it ends',
  evidence: ['log of app: no DB_URL'],
  fix: 'Set it.',
  path: ['data', 'x'],
};

test('a diagnosis says what, where, the proof and what to do, and is never longer than an output may be', () => {
  expect(asText([finding], [manifest({})])).toBe(
    'crash-loop: ConfigMap shop/a\nit ends\nmanifest: deploy.yaml:3\nlog of app: no DB_URL\nwhat to do: Set it.',
  );
  expect(placeOf(finding, [manifest({ kind: 'Secret' })])).toBeUndefined();
  expect(asText([{ ...finding, evidence: ['x'.repeat(9000)] }], []).length).toBeLessThanOrEqual(6000);
});

test('a line of a panic is found in the repository by the longest end of its path', async () => {
  const workspace = await mkdtemp(join(tmpdir(), 'seatrial-source-'));
  await mkdir(join(workspace, 'internal/cart'), { recursive: true });
  await writeFile(join(workspace, 'internal/cart/cart.go'), '');
  const at = (file: string) => sourcePlace({ ...finding, source: { file, line: 42 } }, workspace);
  expect(at('github.com/acme/checkout/internal/cart/cart.go')).toEqual({
    file: 'internal/cart/cart.go',
    line: 42,
  });
  expect(at('/src/internal/cart/cart.go')).toEqual({ file: 'internal/cart/cart.go', line: 42 });
  expect(at('github.com/other/x.go')).toBeUndefined();
  await rm(workspace, { recursive: true });
});

test.each([
  ['healthy', 'succeeded'],
  ['unchanged', 'unchanged'],
  ['refused', 'failed'],
  ['undo-failed', 'failed'],
  ['undone', 'undone'],
  ['cancelled', 'cancelled'],
] as const)('the verdict %s has the status %s', (verdict, status) => {
  expect(statusOf(verdict)).toBe(status);
});
