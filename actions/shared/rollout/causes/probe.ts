import { at, numberAt } from '../../kube/values.ts';
import type { ContainerFacts, EventFact } from '../facts/types.ts';
import type { Finding } from '../finding.ts';
import {
  about,
  aboutContainer,
  type Cause,
  eachContainer,
  inTemplate,
  isRefusal,
  lastLines,
  quoted,
} from './cause.ts';
import { killedByProbe } from './crash.ts';
import { answersTo, describe, fixFor, gets } from './probe-words.ts';

/** A readiness that is lost may come back; so long it may stay away, and less long with an answer that says no. */
const lostPatience = 10_000;
const lostWithWrongAnswer = 3000;
/** An answer that says no, other than 503, is certain when it lasts beyond the probe's own threshold, but this long. */
const wrongAnswerPatience = 6000;
/** A program that accepts connections and answers nobody, after we have waited as well. */
const hangs = 4000;

/** Kills by liveness or startup probes: certain the first time, the kubelet has already been patient. */
export const kills: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    const kill = killedByProbe(container);
    if (kill === undefined) return undefined;
    const answers = answersTo(container, kill.probe);
    return aboutContainer(facts, container, {
      cause: kill.probe === 'startup' ? 'startup-failing' : 'liveness-failing',
      certainty: 'certain',
      message: `the kubelet restarts ${container.name}: its ${kill.probe} probe ${describe(container, kill.probe)} ${gets(answers)}`,
      evidence: [
        `Pod ${pod.name}: ${quoted(kill)}`,
        ...answers.slice(-2).map(quoted),
        ...lastLines(container, 5),
      ],
      fix:
        kill.probe === 'startup'
          ? 'Start faster, or give it longer: `failureThreshold` × `periodSeconds` of the startup probe has to cover the slowest start.'
          : 'Answer the probe from the process alone (no dependencies), correct its path and port, or give it more time (`timeoutSeconds`, a startupProbe for a slow start).',
      field: [`${kill.probe}Probe`],
    });
  });

/** Containers that run and are not ready. */
export const readiness: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    if (container.init || !container.running || container.ready || killedByProbe(container) !== undefined)
      return undefined;
    const answers = answersTo(container, 'readiness');
    const lost = pod.lostReadiness > 0;
    if (answers.length === 0 && !lost) return undefined;
    return aboutContainer(facts, container, {
      cause: 'readiness-failing',
      certainty: certaintyOf(container, answers.at(-1), pod.lostReadiness),
      message: lost
        ? `${container.name} was ready and is no longer: its readiness probe ${describe(container, 'readiness')} ${gets(answers)}`
        : `${container.name} does not become ready: its readiness probe ${describe(container, 'readiness')} ${gets(answers)}${elsewhere(container)}${slowly(container, answers.at(-1)?.message ?? '')}`,
      evidence: [
        ...answers.slice(-2).map((event) => `Pod ${pod.name}: ${quoted(event)}`),
        ...lastLines(container, 5),
      ],
      fix: fixFor(answers.at(-1)),
      field: ['readinessProbe'],
    });
  });

/** Every container is ready and the pod is not: it waits for a condition that somebody else has to set. */
export const gates: Cause = (facts) =>
  facts.pods.flatMap((pod) => {
    if (pod.gates === undefined || pod.containers.some(({ ready, init }) => !ready && !init)) return [];
    return [
      about(facts, {
        cause: 'readiness-failing',
        certainty: 'suspected',
        message: `the containers of ${pod.name} are ready, but nobody sets its readiness gate`,
        evidence: [`Pod ${pod.name}: condition Ready: ReadinessGatesNotReady: ${pod.gates}`],
        fix: 'Look at the controller that sets this condition (a load balancer or a mesh, as a rule), or leave `readinessGates` out.',
        path: inTemplate(facts, 'spec', 'readinessGates'),
      }),
    ];
  });

/** Ready, then not, then ready again: that is no success, and the controller's deadline begins anew each time. */
export const flapping: Cause = (facts) =>
  eachContainer(facts, (container, pod) => {
    const probe = at(container.spec, 'readinessProbe');
    if (container.init || probe === undefined || pod.lostReadiness < 2) return undefined;
    const answers = answersTo(container, 'readiness');
    return aboutContainer(facts, container, {
      cause: 'readiness-failing',
      certainty: 'certain',
      message: `the readiness of ${pod.name} flaps: it was lost ${pod.lostReadiness} times, its probe ${describe(container, 'readiness')} ${gets(answers)}`,
      evidence: [
        ...answers.slice(-2).map((event) => `Pod ${pod.name}: ${quoted(event)}`),
        ...lastLines(container, 5),
      ],
      fix: 'Find what comes and goes in the readiness check (a dependency, a timeout too short, load).',
      field: ['readinessProbe'],
    });
  });

/** The kubelet tells a command that it could not start (`errored`), some runtimes only by their words. */
const cannotRun =
  /^Readiness probe errored|no such file or directory|executable file not found|permission denied/;

function certaintyOf(
  container: ContainerFacts,
  last: EventFact | undefined,
  losses: number,
): Finding['certainty'] {
  const said = last?.message ?? '';
  if (losses > 0) return /statuscode: (?!503)/.test(said) ? lostWithWrongAnswer : lostPatience;
  if (listensElsewhere(container) !== undefined) return 'certain';
  const times = last?.count ?? 0;
  // A program says 503 while it warms up, and refuses connections before it listens: both may end well.
  if (/statuscode: 503|NOT_SERVING/.test(said) || last === undefined) return 'suspected';
  const slow = slowness(container, said);
  if (slow !== undefined) return Number.isFinite(slow) ? 'certain' : hangs;
  if (isRefusal(said) || /timeout|deadline exceeded|no route to host|EOF|reset by peer/i.test(said))
    return 'suspected';
  // A command that ends with an error is how databases say that they are still starting; one that can't be run is no answer.
  if (at(container.spec, 'readinessProbe', 'exec') !== undefined && !cannotRun.test(said)) return 'suspected';
  const threshold = numberAt(container.spec, 'readinessProbe', 'failureThreshold') ?? 3;
  return times >= threshold ? 'certain' : wrongAnswerPatience;
}

/** Milliseconds that it needs for an answer the probe gives up on; Infinity when we got none either. */
function slowness({ answersIn, spec }: ContainerFacts, said: string): number | undefined {
  const allowed = (numberAt(spec, 'readinessProbe', 'timeoutSeconds') ?? 1) * 1000;
  const late = /deadline exceeded|timeout/i.test(said) && !isRefusal(said);
  return late && answersIn !== undefined && answersIn > allowed ? answersIn : undefined;
}

function slowly(container: ContainerFacts, said: string): string {
  const ms = slowness(container, said);
  if (ms === undefined) return '';
  return Number.isFinite(ms)
    ? `; it answers after ${(ms / 1000).toFixed(1)} s, and \`timeoutSeconds\` is ${numberAt(container.spec, 'readinessProbe', 'timeoutSeconds') ?? 1}`
    : '; the program accepts the connection and does not answer within 5 s either';
}

/** Where the program listens, when it is proven to listen, but not where the probe asks. */
function listensElsewhere({ answersOn, log = '' }: ContainerFacts): string | undefined {
  if (answersOn === undefined) return undefined;
  if (answersOn.length > 0) return `port ${answersOn.join(', ')}`;
  const local = /(?:listen|serv|start|addr)\S*.*?((?:127\.0\.0\.1|localhost|\[::1\]):\d+)/i.exec(log)?.[1];
  return local === undefined ? undefined : `${local}, which nobody outside of it reaches`;
}

function elsewhere(container: ContainerFacts): string {
  const found = listensElsewhere(container);
  return found === undefined ? '' : `; the program listens on ${found}`;
}
