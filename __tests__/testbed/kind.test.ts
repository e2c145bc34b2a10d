import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { home } from '../../testbed/home.ts';
import { listAt, textAt } from '../../testbed/json.ts';
import { chooseCluster, clusterChoice } from '../../testbed/kind/choose.ts';
import { kindConfig } from '../../testbed/kind/config.ts';
import { BESIDE_NAMES, kindComponents, planForKind } from '../../testbed/kind/up.ts';
import { choosePorts } from '../../testbed/machine/ports.ts';
import type { Plan } from '../../testbed/plan.ts';

const ports = await choosePorts({}, async () => true);
const folders = home({ SEATRIAL_HOME: '/h' });
const plan: Plan = planForKind({
  home: folders,
  ports,
  bin: (name) => `/bin/${name}`,
  listen: '127.0.0.1',
  buildRoot: '/h/bed/state/buildkit',
});
const setting = { docker: '/usr/bin/docker', image: 'sha256:abc', home: folders, user: '1000:1000' };

test.each([
  ['auto', true, undefined, 'kind'],
  ['auto', false, undefined, 'kind'],
  ['auto', true, 'kind is not on PATH', 'embedded'],
  ['kind', true, undefined, 'kind'],
  ['embedded', true, undefined, 'embedded'],
] as const)('%s, root %p, without kind because %p: %s', (choice, root, withoutKind, cluster) => {
  expect(chooseCluster(choice, { root, withoutKind })).toBe(cluster);
});

test('what can not be is an error that says what to do', () => {
  const withoutKind = 'no docker daemon answers: permission denied';
  expect(() => chooseCluster('kind', { root: true, withoutKind })).toThrow(`--cluster kind: ${withoutKind}`);
  expect(() => chooseCluster('auto', { root: false, withoutKind })).toThrow(
    /docker and kind \(no docker daemon answers: permission denied\), or Linux and root/,
  );
  expect(() => chooseCluster('embedded', { root: false, withoutKind: undefined })).toThrow('Linux and root');
  expect(() => clusterChoice('minikube')).toThrow('write one of auto, embedded, kind');
});

test('the node maps what this machine has to reach, and to its loopback alone', () => {
  const config: unknown = parse(kindConfig(folders, ports));
  const [node] = listAt(config, 'nodes');
  const mapped = listAt(node, 'extraPortMappings');
  expect(mapped.map((port) => textAt(port, 'listenAddress'))).toEqual(mapped.map(() => '127.0.0.1'));
  const open = [ports.registry, ports.gateway, ports.prometheus, ports.envoyAdmin, ports.istiodHttp];
  expect(mapped).toEqual(
    open.map((port) => expect.objectContaining({ containerPort: port, hostPort: port })),
  );
});

test('the parts run in the network of the node, as whoever runs the bed; the builder alone has more rights', () => {
  const components = kindComponents(plan, setting);
  const inside = components.filter(({ name }) => name !== 'targets');
  expect(inside.map(({ name }) => name)).toEqual(BESIDE_NAMES);
  for (const { name, command, env } of inside) {
    const line = command.join(' ');
    expect(line).toContain(
      `run --rm --init --name seatrial-${name} --network container:seatrial-control-plane`,
    );
    expect(line).toContain('--volume /h/bed:/h/bed ');
    expect(Object.keys(env ?? {}).filter((key) => !/^DOCKER_|^XDG_/.test(key))).toEqual([]);
    expect([line.includes('--privileged'), line.includes('--user 1000:1000')]).toEqual(
      name === 'buildkitd' ? [true, false] : [false, true],
    );
  }
  const istiod = inside.find(({ name }) => name === 'istiod');
  expect(istiod?.command).toEqual(expect.arrayContaining(['--env', 'INJECT_ENABLED=false']));
  expect(istiod?.command.join(' ')).toMatch(/--entrypoint \/bin\/pilot-discovery sha256:abc discovery /);
});

test('what this machine reaches listens on the addresses of the node, everything else on its loopback', () => {
  const text = kindComponents(plan, setting)
    .flatMap(({ command, files = {} }) => [...command, ...Object.values(files)])
    .join('\n');
  for (const port of [ports.registry, ports.prometheus, ports.istiodHttp])
    expect(text).toContain(`0.0.0.0:${port}`);
  expect(text).toContain(`127.0.0.1:${ports.istiodXds}`);
  expect(text).toContain('binary = "/usr/local/sbin/runc"');
});
