import { expect, test } from '@jest/globals';
import { PodTable, targetOf } from '../../testbed/targets/targets.ts';

const pod = (over: Record<string, unknown> = {}, metadata: Record<string, unknown> = {}) => ({
  metadata: {
    uid: 'u1',
    name: 'checkout-1',
    namespace: 'shop',
    annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090', 'prometheus.io/path': '/m' },
    labels: {
      'app.kubernetes.io/name': 'checkout',
      'app.kubernetes.io/version': 'v2',
      'seatrial.dev/track': 'canary',
    },
    ...metadata,
  },
  spec: { containers: [{ ports: [{ containerPort: 8080 }] }] },
  status: { phase: 'Running', podIP: '10.88.0.7' },
  ...over,
});

test('a pod becomes a target with the labels a canary is judged by', () => {
  expect(targetOf(pod())).toEqual({
    targets: ['10.88.0.7:9090'],
    labels: {
      namespace: 'shop',
      pod: 'checkout-1',
      app: 'checkout',
      version: 'v2',
      track: 'canary',
      __metrics_path__: '/m',
    },
  });
});

test('without annotations on port and path, the first port and the usual path are taken', () => {
  const plain = pod({}, { annotations: { 'prometheus.io/scrape': 'true' }, labels: {} });
  expect(targetOf(plain)).toEqual({
    targets: ['10.88.0.7:8080'],
    labels: { namespace: 'shop', pod: 'checkout-1' },
  });
});

test.each([
  ['not asked for', pod({}, { annotations: {} })],
  ['without an address', pod({ status: { phase: 'Running' } })],
  ['not running', pod({ status: { phase: 'Succeeded', podIP: '10.88.0.7' } })],
  ['on its way out', pod({}, { deletionTimestamp: '2026-11-24T00:00:00Z' })],
  ['no pod at all', undefined],
])('a pod %s is no target', (_, given) => {
  expect(targetOf(given)).toBeUndefined();
});

test('the table follows a watch', () => {
  const table = new PodTable();
  table.reset({ items: [pod()] });
  expect(JSON.parse(table.render())).toHaveLength(1);
  expect(table.apply({ type: 'ADDED', object: pod({}, { uid: 'u2' }) })).toBe(true);
  expect(JSON.parse(table.render())).toHaveLength(2);
  table.apply({ type: 'BOOKMARK', object: { metadata: { uid: '' } } });
  table.apply({ type: 'DELETED', object: pod() });
  expect(JSON.parse(table.render())).toHaveLength(1);
  expect(table.apply({ type: 'ERROR', object: { code: 410 } })).toBe(false);
  table.reset({ items: [] });
  expect(table.render()).toBe('[]\n');
});
