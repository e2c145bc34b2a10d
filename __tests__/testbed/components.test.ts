import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { components } from '../../testbed/components/all.ts';
import { cniConfig, hostsToml } from '../../testbed/components/containerd.ts';
import { STATS_TAGS } from '../../testbed/components/mesh.ts';
import { home } from '../../testbed/home.ts';
import { choosePorts } from '../../testbed/machine/ports.ts';
import type { Plan } from '../../testbed/plan.ts';
import { fingerprint } from '../../testbed/process.ts';

const ports = await choosePorts({}, async () => true);
const plan: Plan = {
  home: home({ SEATRIAL_HOME: '/h' }),
  ports,
  bin: (name) => `/bin/${name}`,
  listen: '127.0.0.1',
  buildRoot: '/h/bed/state/buildkit',
};

test('the cluster alone is a part of the whole bed', () => {
  const cluster = components(plan, 'cluster').map((one) => one.name);
  const all = components(plan, 'all').map((one) => one.name);
  expect(all.slice(0, cluster.length)).toEqual(cluster);
  expect(all).toEqual(expect.arrayContaining(['envoy', 'istiod', 'prometheus', 'targets', 'buildkitd']));
});

test('nothing is told to listen on all addresses', () => {
  for (const { command, files = {} } of components(plan, 'all'))
    expect([...command, ...Object.values(files)].join('\n')).not.toMatch(/0\.0\.0\.0(?!\/0)|\[::\]/);
});

test('every file lies below the bed, and every YAML file is valid', () => {
  for (const { files = {} } of components(plan, 'all'))
    for (const [path, content] of Object.entries(files)) {
      expect(path).toMatch(/^\/h\/bed\/config\//);
      if (path.endsWith('.yaml')) expect(parse(content)).toBeInstanceOf(Object);
    }
});

test('a change of configuration changes the fingerprint, and only that', async () => {
  const prints = (of: Plan) => components(of, 'all').map(fingerprint);
  expect(prints(plan)).toEqual(prints(plan));
  const other = { ...plan, ports: { ...ports, envoyAdmin: 1 } };
  const changed = components(plan, 'all').filter((one, i) => fingerprint(one) !== prints(other)[i]);
  expect(changed.map((one) => one.name)).toEqual(['envoy', 'prometheus']);
});

test('containerd pulls from the loopback registry by plain http', () => {
  expect(hostsToml('127.0.0.1:5000')).toContain('[host."http://127.0.0.1:5000"]');
  expect(JSON.parse(cniConfig('/ipam'))).toMatchObject({ plugins: [{ type: 'bridge', ipMasq: false }] });
});

/** What Envoy does with a tag's expression: the second group is the label, the first one is cut out of the name. */
function cut(name: string, tag: string): readonly [string, string] | undefined {
  const found = STATS_TAGS.find((one) => one.tag_name === tag);
  const match = new RegExp(found?.regex ?? '').exec(name);
  return match === null ? undefined : [name.replace(match[1] ?? '', ''), match[2] ?? ''];
}

test.each([
  [
    'cluster.outbound|80|canary|checkout.shop.svc.cluster.local;.upstream_rq_200',
    'cluster.upstream_rq_200',
    'outbound|80|canary|checkout.shop.svc.cluster.local',
  ],
  [
    'cluster.outbound|80||checkout.shop.svc.cluster.local;.circuit_breakers.default.cx_open',
    'cluster.circuit_breakers.default.cx_open',
    'outbound|80||checkout.shop.svc.cluster.local',
  ],
  ['cluster.xds-grpc.upstream_rq_time', 'cluster.upstream_rq_time', 'xds-grpc'],
  ['cluster.BlackHoleCluster;.upstream_cx_total', 'cluster.upstream_cx_total', 'BlackHoleCluster'],
])('Envoy keeps the whole name of the cluster in %s', (name, rest, label) => {
  expect(cut(name, 'envoy.cluster_name')).toEqual([rest, label]);
});

test('Envoy keeps the whole name of a listener', () => {
  expect(cut('http.outbound_0.0.0.0_8080;.downstream_rq_2xx', 'envoy.http_conn_manager_prefix')).toEqual([
    'http.downstream_rq_2xx',
    'outbound_0.0.0.0_8080',
  ]);
  expect(cut('http.admin.downstream_rq_2xx', 'envoy.http_conn_manager_prefix')).toEqual([
    'http.downstream_rq_2xx',
    'admin',
  ]);
});
