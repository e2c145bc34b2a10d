import { at, textAt } from '../../kube/values.ts';
import type { ContainerFacts, EventFact, Facts, PodFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { about, aboutContainer, type Cause, eachContainer, lastLines, quoted } from './cause.ts';
import { panicIn } from './panic.ts';

/** A program may end once and then be well; one that may be waiting for another of the release gets a third try. */
const endsAllowed = (facts: Facts): number => (facts.othersPending ? 2 : 1);

/** Memory: the kernel's kill is certain the first time. */
export const outOfMemory: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    if (container.ended?.reason !== 'OOMKilled') return undefined;
    const limit = textAt(container.spec, 'resources', 'limits', 'memory');
    const soft = memoryLimitOf(container);
    return aboutContainer(facts, container, {
      cause: 'oom-killed',
      certainty: 'certain',
      message: `the kernel killed ${container.name}: it took more memory than its limit of ${limit || 'the node'} (${soft})`,
      evidence: [
        `Pod ${pod.name}: OOMKilled, exit code ${container.ended.exitCode}`,
        ...lastLines(container, 5),
      ],
      fix: 'Find what grows (heap profile), or raise `resources.limits.memory`; for Go set GOMEMLIMIT to 80–90 % of the limit, so that the collector works before the kernel kills.',
      field: ['resources'],
    });
  });

function memoryLimitOf({ spec }: ContainerFacts): string {
  const env = at(spec, 'env');
  const found = Array.isArray(env) ? env.find((entry) => textAt(entry, 'name') === 'GOMEMLIMIT') : undefined;
  return found === undefined
    ? 'GOMEMLIMIT is not set'
    : `GOMEMLIMIT is ${textAt(found, 'value') || 'set by reference'}`;
}

/** Programs that end by themselves: by a panic, with an error, or without one where they should go on. */
export const crash: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    const { ended } = container;
    const ofJob = facts.workload.kind === 'Job';
    if (ended === undefined || killedByProbe(container) !== undefined || ended.reason === 'OOMKilled')
      return undefined;
    // A Job tries again by itself and says when it gives up; an init container has to end.
    if (ofJob || (ended.exitCode === 0 && container.init)) return undefined;
    const told = container.init
      ? inInit(container)
      : (panicked(container) ?? ended0(container) ?? failed(container));
    return aboutContainer(facts, container, {
      ...told,
      certainty: certaintyOf(facts, container),
      evidence: [
        `Pod ${pod.name}: ${container.name} ended ${times(container.ends)}, last with exit code ${ended.exitCode}${ended.reason === '' ? '' : ` (${ended.reason})`}`,
        ...(ended.message === '' ? [] : [`termination message: ${ended.message.trim()}`]),
        ...lastLines(container),
      ],
    });
  });

/** What is running and well again is told, but did not fail. */
function certaintyOf(facts: Facts, container: ContainerFacts): Finding['certainty'] {
  if (container.ends > endsAllowed(facts)) return 'certain';
  return container.running && (container.ready || container.init) ? 'warning' : 'suspected';
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

type Told = Pick<Finding, 'cause' | 'message' | 'fix'> & Partial<Finding>;

function panicked(container: ContainerFacts): Told | undefined {
  const panic = panicIn(container.log ?? '');
  if (panic === undefined) return undefined;
  const where =
    panic.frame === undefined ? '' : ` in ${panic.frame.function} at ${panic.frame.file}:${panic.frame.line}`;
  return {
    cause: 'panic',
    message: `${container.name} panics${where}: ${panic.message}`,
    fix: 'Mend the code at that line; the whole stack is in the evidence.',
    ...(panic.frame === undefined ? {} : { source: panic.frame }),
  };
}

function ended0({ ended, name }: ContainerFacts): Told | undefined {
  if (ended?.exitCode !== 0) return undefined;
  return {
    cause: 'crash-loop',
    message: `${name} ends by itself with exit code 0; the container of a service has to keep running`,
    fix: 'Look at what the program is told to do (`args`), and that its main function waits for the server.',
  };
}

function failed({ ended, name }: ContainerFacts): Told {
  return {
    cause: 'crash-loop',
    message: `${name} ends with exit code ${ended?.exitCode ?? 0} soon after its start`,
    fix: 'Its last log lines tell why; often a setting or a dependency that is not there.',
  };
}

function inInit({ ended, name }: ContainerFacts): Told {
  return {
    cause: 'init-failed',
    message: `the init container ${name} ends with exit code ${ended?.exitCode ?? 0}`,
    fix: 'Its last log lines tell why; the pod starts when every init container has ended with 0.',
  };
}

/** The event of a kill by a probe: nothing else tells it from a program that ends by itself. Its type is Normal. */
export function killedByProbe({
  events,
}: ContainerFacts): (EventFact & { probe: 'liveness' | 'startup' }) | undefined {
  const found = events.findLast(
    ({ reason, message }) => reason === 'Killing' && / failed (liveness|startup) probe/.test(message),
  );
  if (found === undefined) return undefined;
  return { ...found, probe: found.message.includes('failed startup probe') ? 'startup' : 'liveness' };
}

/** Thrown off the node. The pod's status may say Succeeded and exit 0; only the event tells. */
export const evicted: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    const event = pod.events.find(({ reason }) => reason === 'Evicted');
    if (event === undefined && pod.reason !== 'Evicted') return [];
    const said = event?.message ?? pod.message;
    // What the pod itself took too much of, it will take again; a node in need may be another one next time.
    const own = /exceeds the (local )?(limit|ephemeral)|exceed(s|ed)? .*limit|local ephemeral/i.test(said);
    return [
      about(facts, {
        cause: 'evicted',
        certainty: own || evictions(facts.pods) > 1 ? 'certain' : 'suspected',
        message: `the node has evicted ${pod.name}`,
        evidence: [`Pod ${pod.name}: ${event === undefined ? said : quoted(event)}`],
        fix: 'Raise what the message names (`ephemeral-storage`, memory request), or write less to the local disk.',
      }),
    ];
  });

function evictions(pods: readonly PodFacts[]): number {
  return pods.filter(
    (pod) => pod.reason === 'Evicted' || pod.events.some(({ reason }) => reason === 'Evicted'),
  ).length;
}
