import { expect, test } from '@jest/globals';
import { journalOf } from '../../../actions/k8s-rollout/src/journal.ts';
import type { KubeObject } from '../../../actions/shared/kube/types.ts';

const app = (namespace: string, name: string): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
});
const config: KubeObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'a' } };

test('the notes of a release have one place, in whatever order its manifests are read', () => {
  const [a, b] = [app('shop', 'app'), app('front', 'web')];
  expect(journalOf([a, b])).toEqual(journalOf([config, b, a]));
  expect(journalOf([a, b])?.namespace).toBe('front');
  expect(journalOf([a])).not.toEqual(journalOf([a, app('shop', 'worker')]));
  expect(journalOf([config])).toBeUndefined();
});
