import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Component } from '../component.ts';
import { answers } from '../http.ts';
import { type Plan, registryOf } from '../plan.ts';

/** The image registry, plain http on loopback: what is built here is pushed to it, the node pulls from it. */
export function registry(plan: Plan): Component {
  const config = join(plan.home.config, 'registry.yaml');
  return {
    name: 'registry',
    needs: [],
    command: [plan.bin('docker-registry'), 'serve', config],
    files: {
      [config]: stringify({
        version: 0.1,
        log: { level: 'warn', accesslog: { disabled: true } },
        storage: {
          filesystem: { rootdirectory: join(plan.home.state, 'registry') },
          delete: { enabled: true },
        },
        http: { addr: `${plan.listen}:${plan.ports.registry}` },
      }),
    },
    ready: () => answers(`http://${registryOf(plan.ports)}/v2/`),
  };
}
