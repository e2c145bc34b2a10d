import type { Kube, KubeObject } from '../../../shared/kube/types.ts';
import { diagnose } from '../../../shared/rollout/causes/all.ts';
import { factsOf } from '../../../shared/rollout/facts/facts.ts';
import type { Finding } from '../../../shared/rollout/finding.ts';
import { LogReader } from '../../../shared/rollout/observe/logs.ts';
import type { Watching } from '../../../shared/rollout/observe/watching.ts';
import { toldOf } from '../cluster/told.ts';

/** Why the canary's pods don't get ready, looked at while they are there: a controller that gives up removes them. */
export class Causes {
  readonly #watching: Watching;
  readonly #logs: LogReader;
  #found: readonly Finding[] = [];

  constructor(kube: Kube, watching: Watching) {
    this.#watching = watching;
    this.#logs = new LogReader(kube, watching);
  }

  /** `workload`: who makes the pods, as it is now. */
  look(workload: KubeObject | undefined): void {
    if (workload === undefined) return;
    // How many pods there are is the controller's to change, as often as it likes.
    const facts = { ...factsOf(this.#watching.world, workload, false), scalings: [] };
    this.#logs.readFor(facts);
    const found = diagnose(facts).filter(({ certainty }) => certainty !== 'warning');
    const { pods } = facts;
    // What has mended itself is no cause of what comes later.
    if (found.length > 0 || (pods.length > 0 && pods.every(({ ready }) => ready))) this.#found = found;
  }

  /** The most telling one in a sentence; the evidence of all goes to `log`. Undefined where the pods are well. */
  tell(log: (line: string) => void): string | undefined {
    return toldOf(this.#found, log);
  }
}
