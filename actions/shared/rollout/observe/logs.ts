import type { Kube } from '../../kube/types.ts';
import { at, textAt } from '../../kube/values.ts';
import { isRefusal } from '../causes/cause.ts';
import type { ContainerFacts, Facts, PodFacts } from '../facts/types.ts';
import { otherPorts, probePort } from './ports.ts';
import type { Watching } from './watching.ts';

/** Long enough for a panic with its stack. */
const tailLines = 200;

/** Reads the logs of containers that ended, once per end, while they still exist. */
export class LogReader {
  private readonly kube: Kube;
  private readonly watching: Watching;
  private readonly read = new Map<string, Promise<void>>();
  private open = 0;

  constructor(kube: Kube, watching: Watching) {
    this.kube = kube;
    this.watching = watching;
  }

  /** Whether a log is being read right now. */
  get busy(): boolean {
    return this.open > 0;
  }

  /** Begins to read what is new: logs of ends, and where a program that refuses its probe listens instead. */
  readFor(facts: Facts): void {
    this.readEnded(facts);
    this.readTaken(facts);
    for (const pod of facts.pods) {
      for (const container of pod.containers) {
        if (isSlow(container)) {
          void this.once(`${pod.uid}/${container.name}/slow`, () => this.askSlowly(facts, pod, container));
        }
        const refusals = refusalsOf(container);
        if (refusals < 2 || (container.answersOn?.length ?? 0) > 0) continue;
        void this.once(`${pod.uid}/${container.name}/refused ${refusals}`, () =>
          this.lookForPorts(facts, pod, container),
        );
      }
    }
  }

  private readEnded({ workload, pods }: Facts): void {
    const namespace = workload.metadata.namespace ?? '';
    for (const pod of pods) {
      for (const container of pod.containers) {
        if (container.ended === undefined) continue;
        const previous = container.running || container.waiting !== undefined;
        void this.log(namespace, pod, container, `ended ${container.ends}`, previous);
      }
    }
  }

  /** Pods that are taken away leave their logs for a moment only. */
  private readTaken({ workload, taken }: Facts): void {
    const namespace = workload.metadata.namespace ?? '';
    for (const pod of taken) {
      for (const container of pod.containers) void this.log(namespace, pod, container, 'taken', false);
    }
  }

  /** Reads what running containers that are not ready say. */
  async readRunning({ workload, pods }: Facts): Promise<void> {
    const wanted = pods.flatMap((pod) =>
      pod.containers
        .filter(({ running, ready, log }) => running && !ready && log === undefined)
        .map((container) => ({ pod, container })),
    );
    const namespace = workload.metadata.namespace ?? '';
    await Promise.all(
      wanted.slice(0, 5).map(({ pod, container }) => this.log(namespace, pod, container, 'running', false)),
    );
  }

  private log(
    namespace: string,
    pod: Pick<PodFacts, 'name' | 'uid'>,
    { name }: { readonly name: string },
    which: string,
    previous: boolean,
  ): Promise<void> {
    return this.once(`${pod.uid}/${name}/${which}`, async () => {
      const log = await this.kube.logs(namespace, pod.name, name, { previous, tailLines });
      this.watching.world.learn(pod.uid, name, { log });
    });
  }

  /** Asks, through the API server, on which other port the program answers. */
  private async lookForPorts({ workload }: Facts, pod: PodFacts, container: ContainerFacts): Promise<void> {
    const namespace = workload.metadata.namespace ?? '';
    const log = await this.kube.logs(namespace, pod.name, container.name, { tailLines });
    this.watching.world.learn(pod.uid, container.name, { log });
    const answers = await Promise.all(
      otherPorts(container, log).map(async (port) => {
        const path = `/api/v1/namespaces/${namespace}/pods/${pod.name}:${port}/proxy/`;
        const { status, body } = await this.kube.raw(path, { timeout: 2000 });
        return status === 403 || /dial tcp|error trying to reach/.test(body) ? [] : [port];
      }),
    );
    this.watching.world.learn(pod.uid, container.name, { ports: answers.flat() });
  }

  /** Asks what the probe asks, and waits longer than it does. */
  private async askSlowly({ workload }: Facts, pod: PodFacts, { name, spec }: ContainerFacts): Promise<void> {
    const probe = at(spec, 'readinessProbe', 'httpGet');
    const scheme = textAt(probe, 'scheme') === 'HTTPS' ? 'https:' : '';
    const where = `/api/v1/namespaces/${workload.metadata.namespace}/pods/${scheme}${pod.name}:${probePort(spec)}/proxy`;
    const begun = performance.now();
    const question = `${where}/${textAt(probe, 'path').replace(/^\//, '')}`;
    const answer = await this.kube.raw(question, { timeout: patientMs }).catch(() => undefined);
    if (answer?.status === 403) return;
    const ms = answer === undefined ? Number.POSITIVE_INFINITY : performance.now() - begun;
    this.watching.world.learn(pod.uid, name, { slowness: ms });
  }

  /** Does what has not been done yet under this key. */
  private once(key: string, work: () => Promise<void>): Promise<void> {
    const known = this.read.get(key) ?? this.tried(work);
    this.read.set(key, known);
    return known;
  }

  private async tried(work: () => Promise<void>): Promise<void> {
    this.open += 1;
    try {
      await work();
    } catch {
      // The container may be gone, or we may not ask; then the diagnosis does without.
    } finally {
      this.open -= 1;
      this.watching.wake();
    }
  }
}

/** How long we wait for an answer that the probe did not wait for. */
const patientMs = 5000;

/** Whether its readiness probe over HTTP got no answer in time, more than once. */
function isSlow({ events, ready, running, spec }: ContainerFacts): boolean {
  if (ready || !running || at(spec, 'readinessProbe', 'httpGet') === undefined) return false;
  return events.some(
    ({ message, count }) =>
      count > 1 && /^Readiness probe failed: .*(deadline exceeded|Timeout)/.test(message),
  );
}

function refusalsOf({ events, ready, running }: ContainerFacts): number {
  if (ready || !running) return 0;
  return Math.max(
    0,
    ...events
      .filter(({ message }) => message.startsWith('Readiness probe failed: ') && isRefusal(message))
      .map(({ count }) => count),
  );
}
