import type { KubeObject } from '../../kube/types.ts';
import { at, isJson, listAt, numberAt, textAt } from '../../kube/values.ts';
import type { Container } from '../../manifests/pod-spec.ts';
import type { World } from '../world/world.ts';
import type { ContainerFacts, EventFact, Terminated } from './types.ts';

/** `events`: those about its pod. The container's path is the one in the workload's object. */
export function containerFacts(
  world: World,
  pod: KubeObject,
  { name, init, spec, image, path }: Container,
  events: readonly EventFact[],
): ContainerFacts {
  const list = init ? 'initContainerStatuses' : 'containerStatuses';
  const status = listAt(pod, 'status', list).find((candidate) => textAt(candidate, 'name') === name);
  const waiting = at(status, 'state', 'waiting');
  const now = terminated(at(status, 'state', 'terminated'));
  const restarts = numberAt(status, 'restartCount') ?? 0;
  const { log, ports, slowness } = world.learntOf(pod.metadata.uid ?? '', name);
  return {
    name,
    init: init && textAt(spec, 'restartPolicy') !== 'Always',
    path,
    spec,
    image,
    waiting: isJson(waiting)
      ? { reason: textAt(waiting, 'reason'), message: textAt(waiting, 'message') }
      : undefined,
    running: isJson(at(status, 'state', 'running')),
    ended: terminated(world.endOf(pod.metadata.uid ?? '', name)),
    restarts,
    ends: restarts + (now === undefined && !waitsToRestart(waiting) ? 0 : 1),
    ready: at(status, 'ready') === true,
    started: at(status, 'started') === true,
    events: events.filter(({ fieldPath }) => fieldPath.endsWith(`{${name}}`)),
    log,
    answersOn: ports,
    answersIn: slowness,
  };
}

/** The kubelet counts a restart when it happens: the end that a container is waiting after is not among them yet. */
const waitsToRestart = (waiting: unknown): boolean => textAt(waiting, 'reason') === 'CrashLoopBackOff';

function terminated(state: unknown): Terminated | undefined {
  if (!isJson(state)) return undefined;
  return {
    exitCode: numberAt(state, 'exitCode') ?? 0,
    signal: numberAt(state, 'signal'),
    reason: textAt(state, 'reason'),
    message: textAt(state, 'message'),
  };
}
