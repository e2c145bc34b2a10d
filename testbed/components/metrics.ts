import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Component } from '../component.ts';
import { readText } from '../files.ts';
import { answers } from '../http.ts';
import { type Plan, pkiFile, targetsFile } from '../plan.ts';

/** Scraping every two seconds: a canary's verdict must not wait for its numbers. */
function prometheusConfig({ home, ports }: Plan): string {
  return stringify({
    global: { scrape_interval: '2s', scrape_timeout: '2s', evaluation_interval: '2s' },
    scrape_configs: [
      {
        job_name: 'pods',
        file_sd_configs: [{ files: [join(dirname(targetsFile(home)), '*.json')], refresh_interval: '2s' }],
      },
      {
        job_name: 'envoy',
        metrics_path: '/stats/prometheus',
        static_configs: [
          { targets: [`127.0.0.1:${ports.envoyAdmin}`], labels: { gateway: 'istio-ingressgateway' } },
        ],
      },
    ],
  });
}

export function prometheus(plan: Plan): Component {
  const { home, ports, bin } = plan;
  const config = join(home.config, 'prometheus.yaml');
  return {
    name: 'prometheus',
    needs: [],
    command: [
      bin('prometheus'),
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(home.state, 'prometheus')}`,
      '--storage.tsdb.retention.time=6h',
      `--web.listen-address=${plan.listen}:${ports.prometheus}`,
      '--log.level=warn',
    ],
    files: { [config]: prometheusConfig(plan) },
    folders: [dirname(targetsFile(home))],
    ready: () => answers(`http://127.0.0.1:${ports.prometheus}/-/ready`),
  };
}

/** Tells Prometheus which pods to scrape; Debian's has no Kubernetes discovery of its own. */
export function targets({ home }: Plan): Component {
  return {
    name: 'targets',
    needs: ['roles'],
    command: [
      process.execPath,
      join(import.meta.dirname, '..', 'targets', 'main.ts'),
      pkiFile(home, 'server'),
      pkiFile(home, 'ca.crt'),
      pkiFile(home, 'targets.token'),
      targetsFile(home),
    ],
    ready: () => readText(targetsFile(home)) !== undefined,
  };
}
