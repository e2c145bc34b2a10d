import type { Kube } from '../../kube/types.ts';
import type { ContainerFacts, Facts, PodFacts } from '../facts.ts';
import type { Watching } from './watching.ts';

const tailLines = 60;

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

  /** Begins to read what is new. The world is woken when it is there. */
  readEnded({ workload, pods }: Facts): void {
    const namespace = workload.metadata.namespace ?? '';
    for (const pod of pods) {
      for (const container of pod.containers) {
        if (container.ended === undefined) continue;
        const previous = container.running || container.waiting !== undefined;
        void this.once(namespace, pod, container, `ended ${container.ends}`, previous);
      }
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
      wanted.slice(0, 5).map(({ pod, container }) => this.once(namespace, pod, container, 'running', false)),
    );
  }

  private once(
    namespace: string,
    pod: PodFacts,
    { name }: ContainerFacts,
    which: string,
    previous: boolean,
  ): Promise<void> {
    const key = `${pod.uid}/${name}/${which}`;
    const known = this.read.get(key) ?? this.fetch(namespace, pod, name, previous);
    this.read.set(key, known);
    return known;
  }

  private async fetch(namespace: string, pod: PodFacts, container: string, previous: boolean): Promise<void> {
    this.open += 1;
    try {
      const log = await this.kube.logs(namespace, pod.name, container, { previous, tailLines });
      this.watching.world.setLog(pod.uid, container, log);
    } catch {
      // The container may be gone; then the diagnosis does without.
    } finally {
      this.open -= 1;
      this.watching.wake();
    }
  }
}
