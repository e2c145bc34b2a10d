import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { up } from '../../../testbed/bed.ts';

const run = promisify(execFile);

/** Go modules that hold the definitions, fetched through Go's own client, which checks them by the checksum database. */
const sources = [
  ...['gatewayclasses', 'gateways', 'httproutes', 'referencegrants'].map((kind) => ({
    module: 'sigs.k8s.io/gateway-api@v1.4.0',
    path: `config/crd/standard/gateway.networking.k8s.io_${kind}.yaml`,
  })),
  {
    module: 'github.com/traefik/traefik/v3@v3.5.0',
    path: 'docs/content/reference/dynamic-configuration/kubernetes-crd-definition-v1.yml',
  },
];

/** Makes HTTPRoute and Traefik's kinds known to the bed's API server. Safe to repeat. */
export async function applyCrds(): Promise<void> {
  const bed = await up();
  for (const { module, path } of sources) {
    const { stdout } = await run('go', ['mod', 'download', '-json', module], {
      env: { ...process.env, GOFLAGS: '' },
    });
    const file = join(folderIn(stdout), path);
    await run(bed.kubectl, ['--kubeconfig', bed.kubeconfig, 'apply', '--server-side', '--filename', file]);
  }
  const names = [
    'gateways.gateway.networking.k8s.io',
    'httproutes.gateway.networking.k8s.io',
    'traefikservices.traefik.io',
    'ingressroutes.traefik.io',
  ];
  const wait = [
    'wait',
    '--for=condition=Established',
    '--timeout=30s',
    ...names.map((name) => `crd/${name}`),
  ];
  await run(bed.kubectl, ['--kubeconfig', bed.kubeconfig, ...wait]);
}

function folderIn(json: string): string {
  const told: unknown = JSON.parse(json);
  if (typeof told === 'object' && told !== null && 'Dir' in told && typeof told.Dir === 'string')
    return told.Dir;
  throw new Error(`go told no folder: ${json}`);
}
