import { at, textAt } from '../../kube/values.ts';
import type { ContainerFacts, EventFact, Facts, PodFacts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';
import { absentFile } from './absent-file.ts';
import { aboutContainer, type Cause, eachContainer, isAlone, lastLines, quoted } from './cause.ts';
import { panicIn, panicLines } from './panic.ts';

/** A program may end once and then be well; one that may be waiting for another of the release gets a third try. */
const endsAllowed = (facts: Facts): number => (facts.othersPending ? 2 : 1);

/** A hook that fails because something else is not there yet may pass the next time; the kubelet takes ten seconds. */
const hookPatience = 6000;

/** Memory: the kernel's kill is certain the first time. */
export const outOfMemory: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    if (container.ended?.reason !== 'OOMKilled') return undefined;
    const limit = textAt(container.spec, 'resources', 'limits', 'memory');
    const soft = memoryLimitOf(container);
    return aboutContainer(facts, container, {
      cause: 'oom-killed',
      certainty: 'certain',
      message: `the kernel killed ${container.name}: it took more memory than ${limit === '' ? 'the node has (it has no limit)' : `its limit of ${limit}`} (peak: ${limit === '' ? 'unknown' : `the whole ${limit}`}; ${soft})`,
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
  if (found === undefined) return 'GOMEMLIMIT is not set';
  const field = textAt(found, 'valueFrom', 'resourceFieldRef', 'resource');
  return `GOMEMLIMIT is ${textAt(found, 'value') || (field === '' ? 'set by reference' : `${field}, without headroom`)}`;
}

/** Programs that end by themselves: by a panic, with an error, or without one where they should go on. */
export const crash: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    const { ended } = container;
    const ofJob = facts.workload.kind === 'Job' || pod.reason === 'DeadlineExceeded';
    // How a program answers the node's signal says nothing about it.
    if (pod.thrownOff || isReplaced(container)) return undefined;
    if (ended === undefined || killedByProbe(container) !== undefined || ended.reason === 'OOMKilled')
      return undefined;
    // A Job tries again by itself and says when it gives up; an init container has to end.
    if (ofJob || (ended.exitCode === 0 && (container.init || hasTask(facts)))) return undefined;
    const told =
      absentFile(container) ??
      (container.init
        ? inInit(container)
        : (hooked(container) ?? panicked(container) ?? ended0(container) ?? failed(container)));
    return aboutContainer(facts, container, {
      ...told,
      certainty: certaintyOf(facts, pod, container),
      evidence: [
        `Pod ${pod.name}: ${container.name} ended ${times(container.ends)}, last with exit code ${ended.exitCode}${ended.reason === '' ? '' : ` (${ended.reason})`}`,
        ...(ended.message === '' ? [] : [`termination message: ${ended.message.trim()}`]),
        ...container.events.filter(isHookFailure).slice(-1).map(quoted),
        ...(told.cause === 'panic' ? panicLines(container) : lastLines(container)),
      ],
    });
  });

/** Ended once, by the kubelet, because a new image was put into the Pod. */
const isReplaced = ({ ends, events }: ContainerFacts): boolean =>
  ends <= 1 &&
  events.some(({ reason, message }) => reason === 'Killing' && /definition changed/.test(message));

/** A Pod of its own that is not started again after it ended: a task, not a service. */
const hasTask = (facts: Facts): boolean =>
  isAlone(facts) && ['Never', 'OnFailure'].includes(textAt(facts.workload, 'spec', 'restartPolicy'));

/** What is running and well again is told, but did not fail. */
function certaintyOf(facts: Facts, pod: PodFacts, container: ContainerFacts): Finding['certainty'] {
  if (isAlone(facts) && pod.phase === 'Failed') return 'certain';
  if (container.ends > endsAllowed(facts)) return 'certain';
  if (container.events.some(isHookFailure) && !container.ready) return hookPatience;
  return container.running && (container.ready || container.init) ? 'warning' : 'suspected';
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

type Told = Pick<Finding, 'cause' | 'message' | 'fix'> & Partial<Finding> & { field?: readonly string[] };

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

const isHookFailure = ({ reason }: EventFact): boolean => reason === 'FailedPostStartHook';

/** The kubelet kills a container whose postStart hook fails; what the program says of its end is of no use then. */
function hooked({ events, name }: ContainerFacts): Told | undefined {
  if (!events.some(isHookFailure)) return undefined;
  return {
    cause: 'crash-loop',
    message: `the postStart hook of ${name} fails, so that the kubelet kills the container`,
    fix: 'Correct the command of `lifecycle.postStart`: it has to be in the image and to end with 0.',
    field: ['lifecycle', 'postStart'],
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
    message: `${name} ends with exit code ${ended?.exitCode ?? 0}${signalOf(ended?.exitCode)} soon after its start`,
    fix: 'Its last log lines tell why; often a setting or a dependency that is not there.',
  };
}

/** Above 128 an exit code names the signal that ended the program. */
function signalOf(code = 0): string {
  const names: Readonly<Record<number, string>> = {
    134: 'SIGABRT',
    137: 'SIGKILL',
    139: 'SIGSEGV',
    143: 'SIGTERM',
  };
  const name = names[code];
  return name === undefined ? '' : ` (${name})`;
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
