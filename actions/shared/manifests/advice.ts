import type { Place } from '../errors/user-error.ts';
import { at, canonical, isJson, listAt, nameOf, numberAt, refOf } from '../kube/values.ts';
import { type Container, containersOf, templatePath } from './pod-spec.ts';
import type { FieldPath, Manifest } from './types.ts';

/** Something in a manifest that makes its rollouts unsafe, although the cluster takes it. */
export interface Advice {
  readonly subject: string;
  readonly message: string;
  readonly fix: string;
  readonly place: Place;
}

const served = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);

/** What keeps a rollout from being gentle: probes that mean something else, and pods that all go at once. */
export function adviceOn(manifests: readonly Manifest[]): Advice[] {
  return manifests
    .filter(({ object }) => served.has(object.kind))
    .flatMap((manifest) => [
      ...containersOf(manifest.object)
        .filter(({ init }) => !init)
        .flatMap((container) => onProbes(manifest, container)),
      ...onStrategy(manifest),
      ...onEnding(manifest),
    ]);
}

function advice(manifest: Manifest, path: FieldPath, message: string, fix: string): Advice {
  return { subject: nameOf(refOf(manifest.object)), message, fix, place: manifest.placeOf(path) };
}

function onProbes(manifest: Manifest, { name, path, spec }: Container): Advice[] {
  const readiness = at(spec, 'readinessProbe');
  const liveness = at(spec, 'livenessProbe');
  if (!isJson(readiness)) {
    if (listAt(spec, 'ports').length === 0) return [];
    return [
      advice(
        manifest,
        path,
        `container ${name} serves on a port and has no readiness probe: it gets requests before it can answer them`,
        'Add a `readinessProbe` that asks whether it can serve.',
      ),
    ];
  }
  const question = (probe: unknown): string =>
    canonical([at(probe, 'httpGet'), at(probe, 'tcpSocket'), at(probe, 'grpc'), at(probe, 'exec')]);
  if (!isJson(liveness) || !isJson(at(liveness, 'httpGet')) || question(liveness) !== question(readiness))
    return [];
  return [
    advice(
      manifest,
      [...path, 'livenessProbe'],
      `container ${name} is asked the same for liveness as for readiness: when what it depends on fails, all its pods are killed`,
      'Let the liveness probe ask only whether the process is stuck (`/healthz`), never its dependencies.',
    ),
  ];
}

function onStrategy(manifest: Manifest): Advice[] {
  const path = ['spec', 'strategy', 'rollingUpdate', 'maxUnavailable'];
  if (manifest.object.kind !== 'Deployment' || at(manifest.object, ...path) !== '100%') return [];
  return [
    advice(
      manifest,
      path,
      'maxUnavailable is 100%: every rollout is an outage',
      'Write 25% or less, or 0 with a surge.',
    ),
  ];
}

/** A pod that is killed while its preStop hook still waits drops the requests it has. */
function onEnding(manifest: Manifest): Advice[] {
  const template = templatePath(manifest.object) ?? [];
  const grace = numberAt(manifest.object, ...template, 'spec', 'terminationGracePeriodSeconds') ?? 30;
  return containersOf(manifest.object).flatMap(({ name, path, spec }) => {
    const sleep = numberAt(spec, 'lifecycle', 'preStop', 'sleep', 'seconds') ?? 0;
    if (sleep < grace) return [];
    return [
      advice(
        manifest,
        [...path, 'lifecycle'],
        `container ${name} sleeps ${sleep} s before it is told to stop, and is killed after ${grace} s: it never ends by itself`,
        'Raise `terminationGracePeriodSeconds` above the sleep and what the program needs to drain.',
      ),
    ];
  });
}

/** For the log. */
export const adviceLine = ({ subject, message, place }: Advice): string =>
  `${subject}: ${message} (${place.file}${place.line === undefined ? '' : `:${place.line}`})`;
