import type { InputReader } from '../../../shared/contract/input-reader.ts';
import type { engines } from '../engine/engine.ts';
import { refuseForeign } from '../engine/inputs.ts';
import { isForTesters } from '../plan/steps.ts';
import type { RouteTarget, Testers } from '../route/types.ts';
import type { Step } from '../state/state.ts';

/** Notes what does not fit together, or is missing for what is asked. */
export function refuseGaps(
  read: InputReader,
  inputs: {
    mode: string;
    engine: (typeof engines)[number];
    manifests: readonly string[];
    route: RouteTarget | undefined;
    workload: string | undefined;
    prometheus: string | undefined;
    prometheusHeader: string | undefined;
    interval: number;
    steps: readonly Step[];
    testers: Testers | undefined;
    freshBaseline: boolean;
  },
): void {
  if (inputs.testers === undefined && inputs.steps.some(isForTesters)) {
    read.refuse(
      'a step of 0 % is for testers: say who they are with `canary-by-header: …` or `canary-by-cookie: …`',
    );
  }
  if (inputs.freshBaseline && inputs.route?.kind === 'Deployment') {
    read.refuse(
      'fresh-baseline needs a route that weighs requests: by the number of pods, more pods are another share',
    );
  }
  const forward = inputs.mode === 'run' || inputs.mode === 'resume' || inputs.mode === 'promote';
  if (forward && inputs.manifests.length === 0) {
    read.refuse(`mode ${inputs.mode} needs manifests: write \`manifests: …\` (files, folders or globs)`);
  }
  const named = inputs.route !== undefined || inputs.workload !== undefined || inputs.manifests.length > 0;
  if (inputs.mode === 'abort' && !named) {
    read.refuse(
      'mode abort needs `route: KIND/NAME`, `workload: …` or `manifests: …` to know which canary to end',
    );
  }
  if (inputs.engine !== 'direct') refuseForeign(read, inputs.engine);
  const judged = inputs.mode === 'run' || inputs.mode === 'resume';
  if (inputs.engine === 'direct' && judged && inputs.prometheus === undefined) {
    read.refuse('input "prometheus" is required to judge a canary: write its URL under `with:`');
  }
  if (inputs.prometheus !== undefined && !/^https?:\/\/[^\s/]/.test(inputs.prometheus)) {
    read.refuse(
      `input "prometheus" is "${inputs.prometheus}", expected a URL such as http://prometheus.monitoring:9090`,
    );
  }
  if (inputs.prometheus !== undefined && /^https?:\/\/[^/]*@/.test(inputs.prometheus)) {
    read.refuse(
      'input "prometheus" holds credentials, which would stand in logs: give them as `prometheus-token` or `prometheus-header`',
    );
  }
  if (inputs.prometheusHeader !== undefined && !/^[\w-]+:\s*\S/.test(inputs.prometheusHeader)) {
    read.refuse('input "prometheus-header" is not of the form `Name: value`');
  }
  if (inputs.interval < 1000) read.refuse('input "interval" is shorter than a second');
}
