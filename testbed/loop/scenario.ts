import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { renderProject } from '../../action-templates/project.ts';
import { root } from '../../scripts/run.ts';
import type { Bed } from '../bed.ts';
import { listAt, textAt } from '../json.ts';
import type { LoadOptions } from './load.ts';

/** One commit of the loop, and how its release has to end. */
export interface Change {
  readonly name: string;
  readonly title: string;
  readonly pullRequest: number;
  readonly file: string;
  readonly content: string;
  readonly expected: 'promoted' | 'rolled-back';
}

/** A service, the inputs its workflow hands over, the traffic on it, and its commits. */
export interface Scenario {
  readonly name: string;
  readonly service: string;
  readonly image: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly load: LoadOptions;
  /** Path that answers 200; a service of the user's own promises none. */
  readonly health?: string;
  readonly changes: readonly Change[];
  /** What the platform's people would have set up before: namespaces and secrets, by namespace. */
  readonly secrets: Readonly<
    Record<string, { readonly name: string; readonly data: Readonly<Record<string, string>> }>
  >;
  /** Makes the service's files fit this bed: the gateway's port, the images to build on. */
  readonly adapt: (folder: string) => Promise<void>;
}

/**
 * 400 requests a second, of which 5 % are 20 on the canary: the nearly 500 requests without a failure that prove less than
 * one failure in a hundred more take 25 seconds, and three failures in a hundred are seen in about 20.
 */
const rate = 400;

/**
 * The canary of the loop, in seconds instead of a real service's minutes. The service answers in a millisecond, on a
 * machine that compiles meanwhile: what stays under 25 ms is no slowness here.
 */
const canary = {
  'canary-steps': '5, 50',
  'canary-step-timeout': '4m',
  'canary-min-step-duration': '15s',
  'canary-warm-up': '2s',
  'max-error-increase': '0.5%',
  'max-latency-increase': '50%',
  'latency-floor': '25ms',
  metrics: 'envoy',
};

const faults = {
  paymentFailureRate: 0,
  addedLatencyMs: 0,
  slowStartMs: 0,
  memoryGrowthMiBPerSec: 0,
  crashAtStart: false,
};

/** The example service: a commit that changes nothing for its users, and one that fails 3 % of the payments. */
export function checkoutScenario(bed: Bed): Scenario {
  const service = join(root, 'examples', 'checkout');
  const payments = 'internal/faults/faults.json';
  return {
    ...common(bed, 'checkout', service, 'checkout.staging.example.com'),
    load: {
      url: bed.gatewayUrl,
      host: 'checkout.example.com',
      method: 'POST',
      path: '/checkout',
      body: '{"currency":"EUR","items":[{"sku":"bell","quantity":2}],"paymentToken":"tok_visa"}',
      rate,
    },
    health: '/ready',
    changes: [
      {
        name: 'good',
        title: 'Say what the service is for',
        pullRequest: 11,
        file: 'README.md',
        content: '# Checkout\n\nTakes carts and turns them into paid orders.\n',
        expected: 'promoted',
      },
      {
        name: 'bad',
        title: 'Switch to the new payment provider',
        pullRequest: 12,
        file: payments,
        content: `${JSON.stringify({ ...faults, paymentFailureRate: 0.03 }, undefined, 2)}\n`,
        expected: 'rolled-back',
      },
    ],
    secrets: {
      'shop-staging': { name: 'checkout-staging-secrets', data: secretValues() },
      shop: { name: 'checkout-production-secrets', data: secretValues() },
    },
    adapt: (folder) => renderForBed(bed, folder),
  };
}

/** A service of the user's own: one commit that changes nothing, through the whole loop. */
export async function ownScenario(bed: Bed, folder: string): Promise<Scenario> {
  const service = resolve(folder);
  const name = basename(service).toLowerCase();
  const host = await hostOf(join(service, 'deploy', 'production'));
  const change: Change = {
    name: 'good',
    title: 'A commit that changes nothing',
    pullRequest: 1,
    file: '.seatrial-loop',
    content: 'written by npm start\n',
    expected: 'promoted',
  };
  return {
    ...common(bed, name, service, ''),
    load: { url: bed.gatewayUrl, host, method: 'GET', path: '/', body: '', rate },
    changes: [change],
    secrets: {},
    adapt: async (repository) => {
      const values = await readFile(join(repository, 'seatrial.values.json')).catch(() => undefined);
      if (values !== undefined) await renderForBed(bed, repository);
    },
  };
}

/** Keys that no repository holds; any value does for the in-process payment provider. */
function secretValues(): Record<string, string> {
  return { 'payments-api-key': randomUUID(), 'order-signing-key': randomUUID() };
}

function common(bed: Bed, name: string, service: string, stagingHost: string) {
  const image = `${bed.registry}/${name}`;
  const staging = stagingHost === '' ? {} : { 'staging-url': bed.gatewayUrl, 'staging-host': stagingHost };
  return {
    name,
    service,
    image,
    inputs: {
      service: name,
      image,
      prometheus: bed.prometheusUrl,
      'trivy-db-repository': bed.trivy.dbRepository,
      ...staging,
      ...canary,
    },
  };
}

/** Renders what the service's values file asks for once more, with the ports and images of this bed. */
async function renderForBed(bed: Bed, folder: string): Promise<void> {
  const { golang, static: base } = bed.baseImages;
  const overrides = new Map([
    ['gateway-port', String(bed.gatewayPort)],
    ...(golang === '' ? [] : ([['go-image', golang]] as const)),
    ...(base === '' ? [] : ([['base-image', base]] as const)),
  ]);
  for (const [path, text] of renderProject(join(folder, 'seatrial.values.json'), overrides)) {
    await writeFile(join(folder, path), text);
  }
}

/** The host that production's VirtualService answers to. */
async function hostOf(folder: string): Promise<string> {
  for (const name of await readdir(folder)) {
    for (const document of parseAllDocuments(await readFile(join(folder, name), 'utf8'))) {
      const value: unknown = document.toJS();
      const host = listAt(value, 'spec', 'hosts')[0];
      if (textAt(value, 'kind') === 'VirtualService' && typeof host === 'string') return host;
    }
  }
  throw new Error(`${folder} has no VirtualService with a host: the loop needs one to send its traffic to`);
}
