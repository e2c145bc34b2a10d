import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import {
  choice,
  duration,
  flag,
  type InputType,
  lines,
  pairs,
  path,
  text,
} from '../../shared/contract/types.ts';
import { messageOf } from '../../shared/errors/user-error.ts';
import { parseSettings } from './judge/settings.ts';
import { ownQueries } from './metrics/own-queries.ts';
import { isForTesters, stepList } from './plan/steps.ts';
import { parseRoute, type RouteTarget, routeKinds, type Testers } from './route/types.ts';
import { modes } from './state/decide.ts';
import type { Step } from './state/state.ts';

/** A setting of the judge: checked by the judge itself, handed on as written. */
function setting(name: string, kind: string): InputType<string> {
  return {
    name: kind,
    sample: '',
    parse: (raw) => {
      try {
        parseSettings({ [name]: raw });
      } catch (error) {
        throw new Error(messageOf(error).replace(/^.* is not /, ''));
      }
      return raw;
    },
  };
}

const routeInput: InputType<RouteTarget> = {
  name: 'KIND/NAME',
  sample: { kind: 'VirtualService', name: 'sample' },
  parse: (raw) => {
    const route = parseRoute(raw);
    if (route !== undefined) return route;
    throw new Error(`KIND/NAME with a kind out of ${routeKinds.join(', ')}`);
  },
};

/** `NAME=VALUE` of a header or a cookie. */
const nameAndValue: InputType<{ readonly name: string; readonly value: string }> = {
  name: 'NAME=VALUE',
  sample: { name: 'x', value: 'y' },
  parse: (raw) => {
    const [, name, value] = /^([\w-]+)=(\S+)$/.exec(raw) ?? [];
    if (name === undefined || value === undefined) throw new Error('NAME=VALUE, such as `x-canary=always`');
    return { name, value };
  },
};

function testersFrom(read: InputReader): Testers | undefined {
  const header = read.optional('canary-by-header', nameAndValue);
  const cookie = read.optional('canary-by-cookie', nameAndValue);
  if (header === undefined && cookie === undefined) return undefined;
  return { ...(header === undefined ? {} : { header }), ...(cookie === undefined ? {} : { cookie }) };
}

/** Those without a default are limits that are off unless given. Defaults are the judge's own. */
function judgeSettings(read: InputReader) {
  const given = (name: string, kind: string, fallback: string): [string, string] => [
    name,
    read.withDefault(name, setting(name, kind), fallback),
  ];
  const limit = (name: string, kind: string): [string, string] => [
    name,
    read.optional(name, setting(name, kind)) ?? '',
  ];
  return Object.fromEntries([
    given('warm-up', 'duration', '0s'),
    given('max-error-increase', 'percentage', '0.2%'),
    given('max-latency-increase', 'percentage', '10%'),
    given('latency-floor', 'duration', '3ms'),
    given('max-saturation-increase', 'percentage', '100%'),
    given('false-rollback-probability', 'percentage', '1%'),
    given('promotion-confidence', 'percentage', '95%'),
    given('min-requests', 'whole number', '50'),
    given('min-step-duration', 'duration', '30s'),
    limit('max-error-rate', 'percentage'),
    limit('max-latency-p99', 'duration'),
  ]);
}

function clusterInputs(read: InputReader) {
  return {
    manifests: read.optional('manifests', lines(text)) ?? [],
    images: read.optional('images', pairs) ?? new Map<string, string>(),
    namespace: read.optional('namespace', text),
    kubeconfig: read.optional('kubeconfig', path(read.workspace)),
    context: read.optional('context', text),
    kubectl: read.optional('kubectl', text),
    environment: read.withDefault('environment', text, 'production'),
    workload: read.optional('workload', text),
    route: read.optional('route', routeInput),
  };
}

function metricsInputs(read: InputReader) {
  return {
    prometheus: read.optional('prometheus', text),
    prometheusToken: read.optional('prometheus-token', text),
    prometheusHeader: read.optional('prometheus-header', text),
    metrics: read.withDefault('metrics', choice('auto', 'istio', 'envoy', 'http'), 'auto'),
    queries: read.optional('queries', ownQueries),
    interval: read.withDefault('interval', duration, '5s'),
  };
}

export function parse(read: InputReader) {
  const inputs = {
    mode: read.withDefault('mode', choice(...modes), 'run'),
    ...clusterInputs(read),
    ...metricsInputs(read),
    steps: read.withDefault('steps', stepList, '5, 25, 50, 100'),
    stepTimeout: read.withDefault('step-timeout', duration, '10m'),
    maxRuntime: read.withDefault('max-runtime', duration, '2h'),
    watchdogImage: read.optional('watchdog-image', text),
    watchdogServiceAccount: read.withDefault('watchdog-service-account', text, 'default'),
    testers: testersFrom(read),
    onMaxRuntime: read.withDefault(
      'on-max-runtime',
      choice('not-enough-evidence', 'hold'),
      'not-enough-evidence',
    ),
    onNewerCommit: read.withDefault('on-newer-commit', choice('queue', 'replace'), 'queue'),
    onNotEnoughEvidence: read.withDefault(
      'on-not-enough-evidence',
      choice('rollback', 'hold', 'promote'),
      'rollback',
    ),
    judge: judgeSettings(read),
    timeout: read.withDefault('timeout', duration, '5m'),
    settle: read.withDefault('settle', duration, '5s'),
    drain: read.withDefault('drain', duration, '10s'),
    allowOlder: read.withDefault('allow-older', flag, 'false'),
    dryRun: read.withDefault('dry-run', flag, 'false'),
    ...commonInputs(read),
  };
  refuseGaps(read, inputs);
  return inputs;
}

function refuseGaps(
  read: InputReader,
  inputs: {
    mode: string;
    manifests: readonly string[];
    route: RouteTarget | undefined;
    workload: string | undefined;
    prometheus: string | undefined;
    prometheusHeader: string | undefined;
    interval: number;
    steps: readonly Step[];
    testers: Testers | undefined;
  },
): void {
  if (inputs.testers === undefined && inputs.steps.some(isForTesters)) {
    read.refuse(
      'a step of 0 % is for testers: say who they are with `canary-by-header: …` or `canary-by-cookie: …`',
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
  if ((inputs.mode === 'run' || inputs.mode === 'resume') && inputs.prometheus === undefined) {
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

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'canary-promote',
  parse,
  outputs: ['verdict', 'reason', 'weight', 'phase', 'evidence', 'report', 'digest'] as const,
};

export type Output = (typeof contract.outputs)[number];
