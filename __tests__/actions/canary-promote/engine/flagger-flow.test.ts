import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { at, canonical, numberAt, objectAt, textAt } from '../../../../actions/shared/kube/values.ts';
import { FakeKube } from '../../../support/fake-kube.ts';
import { lead } from './lead.ts';

const metadata = (name: string): KubeObject['metadata'] => ({ name, namespace: 'prod' });
const ref = {
  target: 'Deployment prod/shop',
  primary: 'Deployment prod/shop-primary',
  canary: 'Canary prod/shop',
};

/** A cluster in memory with a Flagger that looks every few milliseconds. */
class Shop {
  readonly kube = new FakeKube();
  script: 'good' | 'bad' | 'slow' = 'good';
  #timer: NodeJS.Timeout;

  constructor() {
    this.kube.put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod' } });
    this.#timer = setInterval(() => this.#advance(), 15);
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #put(key: keyof typeof ref, change: object): void {
    const live = this.kube.objects.get(ref[key]);
    if (live !== undefined) this.kube.put({ ...live, ...change });
  }

  #status(phase: string, more: object = {}): void {
    const before = objectAt(this.kube.objects.get(ref.canary), 'status');
    this.#put('canary', { status: { ...before, phase, ...more } });
  }

  #scale(replicas: number): void {
    this.#put('target', { spec: { ...objectAt(this.kube.objects.get(ref.target), 'spec'), replicas } });
  }

  /** The template is the version; Flagger's hash of it is its text. */
  #template(): string {
    return canonical(at(this.kube.objects.get(ref.target), 'spec', 'template'));
  }

  #promote(): void {
    const target = this.kube.objects.get(ref.target);
    const live = this.kube.objects.get(ref.primary)?.metadata ?? metadata('shop-primary');
    if (target !== undefined) this.kube.put({ ...target, metadata: live });
  }

  #advance(): void {
    const canary = this.kube.objects.get(ref.canary);
    if (canary === undefined) return;
    const status = objectAt(canary, 'status');
    const hash = this.#template();
    switch (textAt(status, 'phase')) {
      case '':
        this.#promote();
        this.#scale(0);
        this.#status('Initialized', { lastAppliedSpec: hash, lastPromotedSpec: hash });
        break;
      case 'Progressing':
        this.#analyse(canary);
        break;
      case 'Promoting':
        this.#promote();
        this.#scale(0);
        this.#status('Succeeded', { lastPromotedSpec: status['lastAppliedSpec'], canaryWeight: 0 });
        break;
      default:
        if (status['lastPromotedSpec'] === hash || status['lastAppliedSpec'] === hash) {
          if (textAt(status, 'phase') === 'Failed') this.#status('Failed', { lastAppliedSpec: hash });
          break;
        }
        this.#scale(1);
        this.#status('Progressing', { lastAppliedSpec: hash, failedChecks: 0, canaryWeight: 0 });
    }
  }

  #analyse(canary: KubeObject): void {
    const failed = numberAt(canary, 'status', 'failedChecks') ?? 0;
    const weight = numberAt(canary, 'status', 'canaryWeight') ?? 0;
    if (failed >= 2) {
      this.#scale(0);
      this.#status('Failed', { canaryWeight: 0, failedChecks: 0 });
    } else if (at(canary, 'spec', 'skipAnalysis') === true) this.#status('Promoting');
    else if (weight === 0) this.#status('Progressing', { canaryWeight: 30 });
    else if (this.script === 'bad') this.#status('Progressing', { failedChecks: failed + 1 });
    else if (this.script === 'good') this.#status('Promoting');
  }

  promised(): string {
    const objects = [this.kube.objects.get(ref.target), this.kube.objects.get(ref.canary)];
    return canonical(objects.map((object) => [object?.['spec'], object?.metadata.annotations ?? {}]));
  }

  image(key: keyof typeof ref): string {
    return textAt(this.kube.objects.get(ref[key]), 'spec', 'template', 'spec', 'containers', 0, 'image');
  }

  leftovers(): string[] {
    return [...this.kube.objects.keys()].filter((key) => key.includes('seatrial-'));
  }
}

function release(version: string): KubeObject[] {
  const containers = [{ name: 'shop', image: `shop:${version}` }];
  const template = { metadata: { labels: { app: 'shop' } }, spec: { containers } };
  const targetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' };
  const analysis = { interval: '10s', threshold: 2 };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata('shop'),
      spec: { replicas: 2, selector: { matchLabels: { app: 'shop' } }, template },
    },
    {
      apiVersion: 'flagger.app/v1beta1',
      kind: 'Canary',
      metadata: metadata('shop'),
      spec: { targetRef, analysis, service: { port: 80 } },
    },
  ];
}

async function running(work: (shop: Shop) => Promise<void>): Promise<void> {
  const shop = new Shop();
  try {
    expect((await canary(shop, 'v1')).outputs).toMatchObject({ verdict: 'promoted' });
    await work(shop);
  } finally {
    shop.end();
  }
}

const canary = (
  shop: Shop,
  version: string,
  given: Readonly<Record<string, string>> = {},
  job = 'one',
): ReturnType<typeof lead> => lead(shop.kube, 'flagger', release(version), given, job);

test('a release that Flagger promotes; the number of its pods is Flagger’s; the same again is nothing to do', () =>
  running(async (shop) => {
    expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'promoted', phase: '' });
    expect(shop.image('primary')).toBe('shop:v2');
    expect(at(shop.kube.objects.get(ref.target), 'spec', 'replicas')).toBe(0);
    expect(shop.leftovers()).toEqual([]);
    expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'unchanged' });
  }));

test('one that fails is put back whole, and analysed anew when it is brought again', () =>
  running(async (shop) => {
    const before = shop.promised();
    shop.script = 'bad';
    expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'rolled-back', weight: '0' });
    expect(shop.promised()).toBe(before);
    shop.script = 'good';
    expect((await canary(shop, 'v2')).outputs).toMatchObject({ verdict: 'promoted' });
  }));

test('one in the middle is ended by another job, or promoted at once; that skips the analysis this once', () =>
  running(async (shop) => {
    const before = shop.promised();
    shop.script = 'slow';
    const held = await canary(shop, 'v2', { 'max-runtime': '1s', 'on-max-runtime': 'hold' });
    expect(held.outputs).toMatchObject({ verdict: 'held', phase: 'shifting', weight: '30' });
    expect((await canary(shop, 'v2', { post: 'true' })).outputs['weight']).toBe('30');
    expect((await canary(shop, 'v2', { mode: 'abort' }, 'two')).outputs).toMatchObject({
      verdict: 'restored',
    });
    expect(shop.promised()).toBe(before);
    await canary(shop, 'v2', { 'max-runtime': '1s', 'on-max-runtime': 'hold' });
    expect((await canary(shop, 'v2', { mode: 'promote' }, 'two')).outputs).toMatchObject({
      verdict: 'promoted',
    });
    expect(at(shop.kube.objects.get(ref.canary), 'spec', 'skipAnalysis')).toBe(false);
    expect(shop.leftovers()).toEqual([]);
  }));
