import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { home } from '../../testbed/home.ts';
import { mountsBelow } from '../../testbed/machine/mounts.ts';
import { guardRules } from '../../testbed/machine/network.ts';
import { choosePorts, isFree, PORT_NAMES, parsePorts } from '../../testbed/machine/ports.ts';
import { parseStat } from '../../testbed/proc.ts';

test('every part gets a port of its own, below the range the kernel hands out', async () => {
  const ports = await choosePorts({}, async () => true);
  const numbers = Object.values(ports);
  expect(new Set(numbers).size).toBe(PORT_NAMES.length);
  for (const port of numbers) expect(port >= 18_000 && port < 30_000).toBe(true);
});

test('a port of an earlier run is kept while it is free', async () => {
  const earlier = await choosePorts({}, async () => true);
  const again = await choosePorts(earlier, async (port) => port !== earlier.etcd);
  expect({ ...again, etcd: 0 }).toEqual({ ...earlier, etcd: 0 });
  expect(Object.values(earlier)).not.toContain(again.etcd);
});

test('no free port is an error that says so', async () => {
  await expect(choosePorts({}, async () => false)).rejects.toThrow('no free port between 18000 and 29999');
});

test('a port that somebody listens on is not free', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await isFree(port)).toBe(false);
  await new Promise((done) => server.close(done));
  expect(await isFree(port)).toBe(true);
});

test('what an older version noted beyond the known ports is ignored', () => {
  expect(parsePorts({ etcd: 20_000, minio: 20_001, registry: 'x' })).toEqual({ etcd: 20_000 });
  expect(parsePorts(undefined)).toEqual({});
});

test('mounts are found below the bed only, the innermost first', () => {
  const mounts = [
    'overlay /h/bed/run/rootfs overlay rw 0 0',
    'tmpfs /h/bed/run/rootfs/with\\040blank tmpfs rw 0 0',
    'tmpfs /h/bedroom tmpfs rw 0 0',
    '',
  ].join('\n');
  expect(mountsBelow(mounts, '/h/bed')).toEqual(['/h/bed/run/rootfs/with blank', '/h/bed/run/rootfs']);
});

test('the gateway is closed to the outside', () => {
  expect(guardRules(8080)).toContain('tcp dport 8080 iifname != { "lo", "seatrial0", "seatrial-pods" } drop');
});

test('a process whose name holds brackets and blanks is read right', () => {
  const fields = Array.from({ length: 50 }, (_, i) => String(i + 3));
  expect(parseStat(`12 (a) Z (b) ${['S', ...fields.slice(1)].join(' ')}`)).toEqual({
    state: 'S',
    startTicks: 22,
  });
});

test('the home is where SEATRIAL_HOME says', () => {
  expect(home({ SEATRIAL_HOME: '/x' }).bed).toBe('/x/bed');
  expect(home({ SEATRIAL_HOME: '' }).tools).toMatch(/\.cache\/seatrial\/tools$/);
});
