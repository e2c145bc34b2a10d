import type { KubeObject } from '../../kube/types.ts';
import { at, isJson, listAt, numberAt, textAt } from '../../kube/values.ts';
import type { Container } from '../../manifests/pod-spec.ts';
import { endsOf } from '../world/histories.ts';
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
  const uid = pod.metadata.uid ?? '';
  const ends = endsOf(status) - world.endsBeforeOf(uid, name);
  const { log, ports, slowness } = world.learntOf(uid, name);
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
    ended: ends > 0 ? terminated(world.endOf(uid, name)) : undefined,
    ends,
    ready: at(status, 'ready') === true,
    started: at(status, 'started') === true,
    events: events.filter(({ fieldPath }) => fieldPath.endsWith(`{${name}}`)),
    log,
    answersOn: ports,
    answersIn: slowness,
  };
}

function terminated(state: unknown): Terminated | undefined {
  if (!isJson(state)) return undefined;
  return {
    exitCode: numberAt(state, 'exitCode') ?? 0,
    signal: numberAt(state, 'signal'),
    reason: textAt(state, 'reason'),
    message: textAt(state, 'message'),
  };
}
