import { commonInputs } from '../../shared/contract/contract.ts';
import type { InputReader } from '../../shared/contract/input-reader.ts';
import { choice, duration, flag, lines, pairs, path, text } from '../../shared/contract/types.ts';
import { engines } from './engine/engine.ts';
import { judgeSettings } from './inputs/judge.ts';
import { refuseGaps } from './inputs/refusals.ts';
import { routeInput, testersFrom } from './inputs/route.ts';
import { ownQueries } from './metrics/own-queries.ts';
import { presetNames } from './metrics/presets/index.ts';
import { stepList } from './plan/steps.ts';
import { modes } from './state/decide.ts';

function clusterInputs(read: InputReader) {
  return {
    manifests: read.optional('manifests', lines(text)) ?? [],
    images: read.optional('images', pairs) ?? new Map<string, string>(),
    namespace: read.optional('namespace', text),
    kubeconfig: read.optional('kubeconfig', path(read.workspace)),
    context: read.optional('context', text),
    kubectl: read.optional('kubectl', text),
    environment: read.withDefault('environment', text, 'production'),
    environmentUrl: read.optional('environment-url', text),
    token: read.optional('token', text),
    workload: read.optional('workload', text),
    route: read.optional('route', routeInput),
  };
}

function metricsInputs(read: InputReader) {
  return {
    prometheus: read.optional('prometheus', text),
    prometheusToken: read.optional('prometheus-token', text),
    prometheusHeader: read.optional('prometheus-header', text),
    metrics: read.withDefault('metrics', choice('auto', ...presetNames), 'auto'),
    queries: read.optional('queries', ownQueries),
    interval: read.withDefault('interval', duration, '5s'),
  };
}

export function parse(read: InputReader) {
  const inputs = {
    mode: read.withDefault('mode', choice(...modes), 'run'),
    engine: read.withDefault('engine', choice(...engines), 'direct'),
    ...clusterInputs(read),
    ...metricsInputs(read),
    steps: read.withDefault('steps', stepList, '5, 25, 50, 100'),
    freshBaseline: read.withDefault('fresh-baseline', flag, 'false'),
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

export type Inputs = ReturnType<typeof parse>;

export const contract = {
  name: 'canary-promote',
  parse,
  outputs: ['verdict', 'reason', 'weight', 'phase', 'evidence', 'report', 'digest'] as const,
};

export type Output = (typeof contract.outputs)[number];
