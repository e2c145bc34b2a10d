import type { KubeObject, Ref } from '../../../shared/kube/types.ts';
import { nameOf } from '../../../shared/kube/values.ts';
import type { Course, Measurement, Stage } from '../report/course.ts';
import type { Engine, Standing } from './engine.ts';

/** Stages that are kept; a canary of days changes its words more often than anybody reads. */
const most = 2000;

/** What a controller has recorded of a canary, gathered while a run watches: what it names now it may not name later. */
export class Recording {
  readonly #engine: Engine;
  readonly #stages: Stage[] = [];
  readonly #shown: Measurement[] = [];
  readonly #witnesses = new Map<string, Ref>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** `now`: milliseconds since the epoch. */
  look({ phase, weight, said }: Standing, lead: KubeObject | undefined, now: number): void {
    const stage = { t: now / 1000, weight, phase, said };
    const last = this.#stages.at(-1);
    const same = last?.phase === phase && last.weight === weight && last.said === said;
    if (!same && this.#stages.length < most) this.#stages.push(stage);
    if (lead === undefined) return;
    for (const ref of this.#engine.witnesses(lead)) this.#witnesses.set(nameOf(ref), ref);
    for (const shown of this.#engine.shown(lead)) {
      const before = this.#shown.findLast(({ metric }) => metric === shown.metric);
      if (before?.value !== shown.value && this.#shown.length < most)
        this.#shown.push({ ...shown, t: stage.t });
    }
  }

  /** Undefined where nothing was watched. `read`: a witness as it is now, if it still is. */
  async told(
    lead: KubeObject | undefined,
    read: (ref: Ref) => Promise<KubeObject | undefined>,
  ): Promise<Course | undefined> {
    if (this.#stages.length === 0) return undefined;
    const found = await Promise.all([...this.#witnesses.values()].map(read));
    const witnesses = found.filter((one) => one !== undefined);
    return {
      controller: this.#engine.title,
      stages: this.#stages,
      measurements: [...this.#shown, ...this.#engine.recorded(witnesses)],
      rules: lead === undefined ? [] : this.#engine.rules(lead, witnesses),
    };
  }
}
