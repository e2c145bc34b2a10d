import type { Kube, KubeObject, Ref } from '../../kube/types.ts';
import { startWatching, type Watching } from './watching.ts';

/**
 * The watches of one rollout. They are opened once, before the first question about a workload, because they begin with what
 * there is: so one answer serves all workloads of a namespace.
 */
export class Lookout {
  private readonly kube: Kube;
  private opened: Promise<Watching> | undefined;

  constructor(kube: Kube) {
    this.kube = kube;
  }

  /** The watches about these workloads; those of the first call, when they are open already. */
  open(workloads: readonly KubeObject[]): Promise<Watching> {
    this.opened ??= startWatching(this.kube, workloads);
    return this.opened;
  }

  /** An object as it was when we began to look. */
  async lookUp(ref: Ref): Promise<KubeObject | undefined> {
    const watching = await this.opened;
    return watching?.covers(ref) === true ? watching.found(ref) : this.kube.get(ref);
  }

  async close(): Promise<void> {
    const watching = await this.opened?.catch(() => undefined);
    watching?.stop();
  }
}
