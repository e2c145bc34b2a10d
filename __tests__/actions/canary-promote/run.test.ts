import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Output } from '../../../actions/canary-promote/src/contract.ts';
import { at, type JsonObject, listAt, objectAt } from '../../../actions/canary-promote/src/json.ts';
import { stateAnnotation } from '../../../actions/canary-promote/src/route/carrier.ts';
import type { Report } from '../../../actions/shared/action/report.ts';
import { UserError } from '../../../actions/shared/errors/user-error.ts';
import { abandonIn, Gateway, noted, runOn, shopWithService, snapshot, stateIn } from './acting.ts';
import { imageOf, type World } from './world.ts';

test('a good release is promoted, with its numbers in summary, record and evidence', async () => {
  const world = shopWithService();
  const { report, thrown } = await runOn(world, new Gateway(world));
  expect(thrown).toBeUndefined();
  expect(Object.fromEntries(report.outputs)).toMatchObject({ verdict: 'promoted', weight: '0', phase: '' });
  expect(imageOf(world.objects.get('Deployment/shop'))).toBe('shop:v2');
  expect(world.violations).toEqual([]);
  expect(report.sections.canary).toMatchObject({
    verdict: 'promoted',
    steps: [
      { weight: 20, verdict: 'pass' },
      { weight: 50, verdict: 'pass' },
    ],
  });
  expect(report.summaries.join()).toContain('xychart-beta');
  const evidence = await readFile(report.outputs.get('evidence') ?? '', 'utf8');
  const scrapes = evidence
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(scrapes.length).toBeGreaterThan(2);
  expect(at(scrapes.at(-1), 'canary', 'pods', 'gateway:80', 'failures')).toBe(0);
  const html = await readFile(report.outputs.get('report') ?? '', 'utf8');
  expect(html).toContain('Canary of shop: shop:v2');
  expect(html).not.toMatch(/(src|href)=/);
});

test('a bad release is rolled back for its failures', async () => {
  const world = shopWithService();
  const before = snapshot(world);
  const gateway = new Gateway(world);
  gateway.errorRate.canary = 0.3;
  const { report } = await runOn(world, gateway);
  expect(report.outputs.get('verdict')).toBe('rolled-back');
  expect(report.outputs.get('reason')).toMatch(/^failures: canary 30 %/);
  expect(report.failure?.message).toContain('rolled-back');
  expect(snapshot(world)).toEqual(before);
  expect(world.violations).toEqual([]);
});

test('failures of both groups alike are not the canary’s', async () => {
  const world = shopWithService();
  const gateway = new Gateway(world);
  gateway.errorRate = { stable: 0.3, canary: 0.3 };
  const { report } = await runOn(world, gateway, { 'max-error-increase': '20%' });
  expect(report.outputs.get('verdict')).toBe('promoted');
});

describe('not enough evidence', () => {
  const dies =
    (gateway: Gateway): (() => void) =>
    () => {
      gateway.down = true;
    };

  test('Prometheus that goes away is neither good nor bad: rolled back when the time is over, and said so', async () => {
    const world = shopWithService();
    const before = snapshot(world);
    const gateway = new Gateway(world);
    const { report } = await runOn(world, gateway, { 'step-timeout': '2m' }, { onPause: dies(gateway) });
    expect(report.outputs.get('verdict')).toBe('rolled-back');
    expect(report.outputs.get('reason')).toBe(
      'not enough evidence at 20 %: 2m00s are over (step-timeout): no answer from Prometheus: connect ECONNREFUSED',
    );
    expect(snapshot(world)).toEqual(before);
  });

  test('it can be held, and gone on with by hand', async () => {
    const world = shopWithService();
    const gateway = new Gateway(world);
    const inputs = { 'step-timeout': '1m', 'on-not-enough-evidence': 'hold' };
    const { report } = await runOn(world, gateway, inputs, { onPause: dies(gateway) });
    expect(Object.fromEntries(report.outputs)).toMatchObject({
      verdict: 'held',
      weight: '20',
      phase: 'holding',
    });
    expect(report.failure).toBeUndefined();
    const status = await runOn(world, gateway, { mode: 'status', route: 'shop' });
    expect(Object.fromEntries(status.report.outputs)).toMatchObject({ verdict: 'held', weight: '20' });
    const reaped = await runOn(world, gateway, { mode: 'reap', route: 'shop' });
    expect(reaped.report.outputs.get('phase')).toBe('holding');
    const promoted = await runOn(world, gateway, { mode: 'promote', prometheus: '' });
    expect(promoted.report.outputs.get('verdict')).toBe('promoted');
    expect(imageOf(world.objects.get('Deployment/shop'))).toBe('shop:v2');
    expect(world.violations).toEqual([]);
  });

  test('a held canary goes on to be judged', async () => {
    const world = shopWithService();
    const gateway = new Gateway(world);
    const inputs = { 'step-timeout': '1m', 'on-not-enough-evidence': 'hold' };
    await runOn(world, gateway, inputs, { onPause: dies(gateway) });
    gateway.down = false;
    const { report } = await runOn(world, gateway, { mode: 'resume' });
    expect(report.outputs.get('verdict')).toBe('promoted');
  });
});

test('what is running already is unchanged', async () => {
  const world = shopWithService();
  const { report } = await runOn(world, new Gateway(world), {}, { version: 'v1' });
  expect(report.outputs.get('verdict')).toBe('unchanged');
  expect(report.failure).toBeUndefined();
});

test('the first deployment of all is a plain rollout', async () => {
  const world = shopWithService();
  world.objects.delete('Deployment/shop');
  const { report } = await runOn(world, new Gateway(world));
  expect(report.outputs.get('verdict')).toBe('promoted');
  expect(report.outputs.get('reason')).toContain('first deployment');
});

describe('what does not fit is said before anything is changed', () => {
  test.each<[string, (world: World, gateway: Gateway) => void, string]>([
    [
      'Prometheus away',
      (_, gateway) => void Object.assign(gateway, { down: true }),
      "Prometheus at http://p can't be asked: no answer",
    ],
    [
      'no DestinationRule',
      (world) => world.objects.delete('DestinationRule/shop'),
      'there is no DestinationRule',
    ],
    ['no Service', (world) => world.objects.delete('Service/shop'), 'no Service selects the pods'],
    [
      'no route',
      (world) => world.objects.delete('VirtualService/shop'),
      'no route in namespace prod sends to',
    ],
    [
      'a workload that Argo CD keeps',
      (world) => {
        const live = objectAt(Object.fromEntries(world.objects), 'Deployment/shop');
        const annotations = { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:prod/shop' };
        world.put({ ...live, metadata: { ...objectAt(live, 'metadata'), annotations } });
      },
      'is kept by Argo CD, Application shop',
    ],
    [
      'a running version that is not well',
      (world) => world.put({ ...world.objects.get('Deployment/shop'), status: { availableReplicas: 1 } }),
      'is not healthy: 1 of 4 pods are available',
    ],
  ])('%s', async (_, breakIt, message) => {
    const world = shopWithService();
    const gateway = new Gateway(world);
    breakIt(world, gateway);
    const before = snapshot(world);
    const { thrown } = await runOn(world, gateway);
    expect(thrown).toMatchObject({ name: 'UserError', message: expect.stringContaining(message) });
    expect(snapshot(world)).toEqual(before);
  });

  test('a dry run', async () => {
    const world = shopWithService();
    const before = snapshot(world);
    const { report } = await runOn(world, new Gateway(world), { 'dry-run': 'true' });
    expect(report.outputs.get('reason')).toContain('dry run: everything is ready');
    expect(snapshot(world)).toEqual(before);
  });
});

/** Changes the route as somebody else would. */
function edit(world: World, change: (route: JsonObject) => JsonObject): void {
  const route = world.objects.get('VirtualService/shop');
  if (route !== undefined) world.put(change(route));
}

test('a canary that loses its pods fails, whatever the numbers say', async () => {
  const world = shopWithService();
  const onPause = (): void => {
    const canary = world.objects.get('Deployment/shop-canary');
    if (canary !== undefined)
      world.put({ ...canary, status: { versions: ['shop:v2'], availableReplicas: 0 } });
  };
  const { report } = await runOn(world, new Gateway(world), { 'min-step-duration': '2m' }, { onPause });
  expect(report.outputs.get('verdict')).toBe('rolled-back');
  expect(report.outputs.get('reason')).toBe('the canary has no ready pod');
});

test('weights that somebody else has set are not judged', async () => {
  const world = shopWithService();
  const onPause = (): void =>
    edit(world, (route) => {
      const to = (subset: string, weight: number): JsonObject => ({
        destination: { host: 'shop', subset },
        weight,
      });
      return {
        ...route,
        spec: {
          hosts: ['shop.example'],
          http: [{ name: 'main', timeout: '3s', route: [to('stable', 100), to('canary', 0)] }],
        },
      };
    });
  const { report } = await runOn(world, new Gateway(world), { 'step-timeout': '1m' }, { onPause });
  expect(report.outputs.get('reason')).toContain(
    'somebody set the route to 0 % for the canary instead of 20 %',
  );
});

test('a run mends what a dead one left half replaced, also when stable is not well by then', async () => {
  const world = shopWithService();
  await abandonIn(world, 'replacing');
  world.put({
    ...world.objects.get('Deployment/shop'),
    status: { versions: ['shop:v1', 'shop:v2'], availableReplicas: 1 },
  });
  const { report, thrown } = await runOn(world, new Gateway(world), {}, { version: 'v3' });
  expect(thrown).toBeUndefined();
  expect(report.outputs.get('verdict')).toBe('promoted');
  expect(report.outputs.get('reason')).toContain('was left replacing at 100 %');
  expect(imageOf(world.objects.get('Deployment/shop'))).toBe('shop:v3');
});

test('an API server that is away for half a minute costs half a minute', async () => {
  const world = shopWithService();
  const onPause = (): void => {
    if (world.awayUntil === 0 && world.objects.has('Deployment/shop-canary'))
      world.awayUntil = world.time + 30_000;
  };
  const { report, lines } = await runOn(world, new Gateway(world), {}, { onPause });
  expect(report.outputs.get('verdict')).toBe('promoted');
  expect(lines.filter((line) => line.includes('the cluster gives no answer')).length).toBeGreaterThan(3);
  expect(world.violations).toEqual([]);
});

test('numbers of traffic that does not follow the weights promote nothing', async () => {
  const world = shopWithService();
  const gateway = new Gateway(world);
  gateway.fixedShare = 0.02;
  const { report } = await runOn(world, gateway, { 'step-timeout': '5m' });
  expect(report.outputs.get('verdict')).toBe('rolled-back');
  expect(report.outputs.get('reason')).toContain('the canary gets 2 % of the requests, not 20 %');
});

test('a run whose state was taken away stops and touches nothing more', async () => {
  const world = shopWithService();
  let after: [string, unknown][] | undefined;
  const onPause = (): void => {
    if (after !== undefined || !world.objects.has('Deployment/shop-canary')) return;
    edit(world, (route) => {
      const { [stateAnnotation]: _, ...annotations } = objectAt(route, 'metadata', 'annotations');
      return { ...route, metadata: { ...objectAt(route, 'metadata'), annotations } };
    });
    after = snapshot(world);
  };
  const { report } = await runOn(world, new Gateway(world), { 'min-step-duration': '1m' }, { onPause });
  expect(report.outputs.get('verdict')).toBe('failed');
  expect(report.outputs.get('reason')).toContain('the state on the route was removed by somebody else');
  const withoutLease = (objects: readonly [string, unknown][] = []): unknown[] =>
    objects.filter(([key]) => !key.startsWith('Lease/'));
  expect(withoutLease(snapshot(world))).toEqual(withoutLease(after));
});

describe('the order of releases', () => {
  const broughtBy = (run: number): JsonObject => ({
    'seatrial.dev/repository': 'acme/shop',
    'seatrial.dev/commit': `${run}c0ffee`,
    'seatrial.dev/workflow': '.github/workflows/ship.yml',
    'seatrial.dev/run-number': String(run),
  });

  function shopOfRun(run: number): World {
    const world = shopWithService();
    world.put(noted(objectAt(Object.fromEntries(world.objects), 'Deployment/shop'), broughtBy(run)));
    return world;
  }

  test('a release that was approved after a newer one is refused, and nothing is changed', async () => {
    const world = shopOfRun(12);
    const before = JSON.stringify([...world.objects]);
    const { report, thrown } = await runOn(world, new Gateway(world), {}, { notes: broughtBy(11) });
    expect(thrown).toMatchObject({
      message:
        'Deployment prod/shop runs a newer release, commit 12c0ffe of run 12 of .github/workflows/ship.yml; this one is commit 11c0ffe of run 11 of .github/workflows/ship.yml',
      fix: expect.stringContaining('`allow-older: true`'),
    });
    expect(report.outputs.get('verdict')).toBe('refused');
    expect(JSON.stringify([...world.objects])).toBe(before);
  });

  test.each([
    ['a newer one', 13, {}],
    ['an older one that is wanted', 11, { 'allow-older': 'true' }],
  ])('%s is promoted', async (_, run, inputs) => {
    const world = shopOfRun(12);
    const { report } = await runOn(world, new Gateway(world), inputs, { notes: broughtBy(run) });
    expect(report.outputs.get('verdict')).toBe('promoted');
  });
});

const held = (report: Report<Output>): unknown => Object.fromEntries(report.outputs);

describe('steps that wait', () => {
  test('a pause is watched to its end, and then the next step comes', async () => {
    const world = shopWithService();
    const { report, lines } = await runOn(world, new Gateway(world), { steps: '20, pause 5m, 50' });
    expect(report.outputs.get('verdict')).toBe('promoted');
    expect(lines.join('\n')).toContain('watched on for 5m00s');
    const [first, second] = report.sections.canary?.steps ?? [];
    expect(first).toMatchObject({ weight: 20, verdict: 'pass' });
    expect(second).toMatchObject({ weight: 20, verdict: 'pass' });
    expect(second?.seconds).toBeGreaterThan(295);
  });

  test('what turns bad in a pause is rolled back', async () => {
    const world = shopWithService();
    const before = snapshot(world);
    const gateway = new Gateway(world);
    const onPause = (): void => {
      const state = stateIn(world);
      if (state !== undefined && state.passed !== '') gateway.errorRate.canary = 0.3;
    };
    const { report } = await runOn(world, gateway, { steps: '20, pause 1h, 50' }, { onPause });
    expect(report.outputs.get('verdict')).toBe('rolled-back');
    expect(report.outputs.get('reason')).toMatch(/^failures: canary/);
    expect(snapshot(world)).toEqual(before);
  });

  test('an approval holds; running again is none, resuming is', async () => {
    const world = shopWithService();
    const gateway = new Gateway(world);
    const inputs = { steps: '20, approve, 50' };
    for (const mode of ['run', 'run']) {
      const { report } = await runOn(world, gateway, { ...inputs, mode });
      expect(held(report)).toMatchObject({ verdict: 'held', weight: '20', phase: 'holding' });
      expect(report.outputs.get('reason')).toContain('waits for approval');
      expect(report.failure).toBeUndefined();
    }
    const { report } = await runOn(world, gateway, { ...inputs, mode: 'resume' });
    expect(report.outputs.get('verdict')).toBe('promoted');
    expect(report.sections.canary).toMatchObject({ steps: [{ weight: 50, verdict: 'pass' }] });
    expect(world.violations).toEqual([]);
  });
});

describe('a canary longer than any job', () => {
  test('it goes on in the next, and what was seen is carried on', async () => {
    const world = shopWithService();
    const gateway = new Gateway(world);
    const inputs = {
      steps: '20',
      'min-step-duration': '100s',
      'max-runtime': '45s',
      'on-max-runtime': 'hold',
    };
    for (const mode of ['run', 'resume']) {
      const { report } = await runOn(world, gateway, { ...inputs, mode });
      expect(held(report)).toMatchObject({ verdict: 'held', weight: '20', phase: 'holding' });
      expect(report.outputs.get('reason')).toContain('max-runtime is over');
    }
    const { report, lines } = await runOn(world, gateway, { ...inputs, mode: 'resume' });
    expect(lines.join('\n')).toContain('What earlier jobs have seen of this canary is carried on.');
    expect(report.outputs.get('verdict')).toBe('promoted');
    expect([...world.objects.keys()].filter((key) => key.includes('seatrial'))).toEqual([]);
    expect(world.violations).toEqual([]);
  });

  test('a regression that began in an earlier job counts in the next', async () => {
    const world = shopWithService();
    const gateway = new Gateway(world);
    const inputs = {
      'max-runtime': '30s',
      'on-max-runtime': 'hold',
      'min-step-duration': '10m',
      steps: '20',
    };
    await runOn(world, gateway, inputs);
    gateway.errorRate.canary = 0.3;
    const { report } = await runOn(world, gateway, { ...inputs, mode: 'resume', 'max-runtime': '5m' });
    expect(report.outputs.get('verdict')).toBe('rolled-back');
  });
});

describe('testers', () => {
  test('they come first, at 0 %, and nobody else', async () => {
    const world = shopWithService();
    const gateway = new Gateway(world);
    const before = snapshot(world);
    const inputs = { steps: '0, approve, 20', 'canary-by-header': 'x-canary=yes' };
    const { report } = await runOn(world, gateway, inputs);
    expect(held(report)).toMatchObject({ verdict: 'held', weight: '0' });
    const rules = listAt(world.objects.get('VirtualService/shop'), 'spec', 'http');
    expect(rules[0]).toMatchObject({
      name: 'seatrial-testers-main',
      match: [{ headers: { 'x-canary': { exact: 'yes' } } }],
      route: [{ destination: { subset: 'canary' }, weight: 100 }],
    });
    expect(rules).toHaveLength(2);
    const other = { job: 'another' };
    const back = await runOn(world, gateway, { mode: 'abort', route: 'shop' }, other);
    expect(back.report.outputs.get('verdict')).toBe('restored');
    expect(snapshot(world)).toEqual(before);
  });
});

test('a rollout that is at work on the workload is told, and nothing is written', async () => {
  const world = shopWithService();
  const before = snapshot(world);
  const onHold = (): never => {
    throw new UserError('another rollout is at work on Deployment/shop: run 7', { fix: 'Let it end.' });
  };
  const { thrown, report } = await runOn(world, new Gateway(world), {}, { onHold });
  expect(thrown).toMatchObject({ message: 'another rollout is at work on Deployment/shop: run 7' });
  expect(report.outputs.get('verdict')).toBe('refused');
  expect(snapshot(world)).toEqual(before);
});

test('beside a rollout traffic still goes back, but not into a stable workload that is half replaced', async () => {
  const busy = (): never => {
    throw new UserError('another rollout is at work on Deployment/shop: run 7', { fix: 'Let it end.' });
  };
  const held = shopWithService();
  const gateway = new Gateway(held);
  const before = snapshot(held);
  const onPause = (): void => {
    gateway.down = true;
  };
  const inputs = { 'step-timeout': '1m', 'on-not-enough-evidence': 'hold' };
  await runOn(held, gateway, inputs, { onPause });
  const { report, lines } = await runOn(held, gateway, { mode: 'abort' }, { onHold: busy, job: 'later' });
  expect(report.outputs.get('verdict')).toBe('restored');
  expect(lines.join('\n')).toContain('run 7. Traffic goes back to it all the same.');
  expect(snapshot(held)).toEqual(before);

  // All users are on the canary, and stable is as it was.
  const full = shopWithService();
  await abandonIn(full, 'full');
  const back = await runOn(full, new Gateway(full), { mode: 'abort' }, { onHold: busy });
  expect(back.report.outputs.get('verdict')).toBe('restored');
  expect(imageOf(full.objects.get('Deployment/shop'))).toBe('shop:v1');
  expect(full.violations).toEqual([]);

  const world = shopWithService();
  await abandonIn(world, 'replacing');
  const half = snapshot(world);
  const refused = await runOn(world, new Gateway(world), { mode: 'abort' }, { onHold: busy });
  expect(refused.report.failure?.message).toContain('another rollout is at work on Deployment/shop: run 7');
  expect(snapshot(world)).toEqual(half);
});
