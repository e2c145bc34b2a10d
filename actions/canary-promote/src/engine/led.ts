import type { Kube, KubeObject } from '../../../shared/kube/types.ts';
import { textAt } from '../../../shared/kube/values.ts';
import { startWatching, type Watching } from '../../../shared/rollout/observe/watching.ts';
import type { View } from '../cluster/live-view.ts';
import { type Clock, persistently } from '../cluster/time.ts';
import type { Course } from '../report/course.ts';
import { Causes } from './causes.ts';
import type { Command, Engine, Standing } from './engine.ts';
import { Recording } from './recording.ts';

/** Milliseconds in which a change of ours comes back in the watch. */
const echo = 10_000;

/** Milliseconds that a report waits for what a controller has recorded: a cancelled job has few. */
const witnessPatience = 2000;

/** A controller's canary in the cluster: watched, and told what to do. */
export class Led {
  readonly engine: Engine;
  readonly watching: Watching;
  readonly causes: Causes;
  readonly #recording: Recording;
  readonly #kube: Kube;
  readonly #clock: Clock;
  readonly #trouble: (error: unknown) => void;
  /** Generations that were written, by `kind/name`: what is older says nothing about them. */
  readonly #written = new Map<string, number>();
  /** The controller was seen at work since the last change. */
  takenUp = false;

  private constructor(
    engine: Engine,
    kube: Kube,
    watching: Watching,
    clock: Clock,
    trouble: (error: unknown) => void,
  ) {
    this.engine = engine;
    this.watching = watching;
    this.causes = new Causes(kube, watching);
    this.#recording = new Recording(engine);
    this.#kube = kube;
    this.#clock = clock;
    this.#trouble = trouble;
  }

  /** Begins to watch; resolves when what there is by now is known. */
  static async open(
    engine: Engine,
    kube: Kube,
    clock: Clock,
    trouble: (error: unknown) => void,
  ): Promise<Led> {
    const refs = [engine.lead, engine.workload, engine.pods.promoted];
    const named = refs.map(({ apiVersion, kind, namespace = '', name }) => ({
      apiVersion,
      kind,
      metadata: { namespace, name },
    }));
    return new Led(engine, kube, await startWatching(kube, named), clock, trouble);
  }

  readonly view: View = (ref) => this.watching.world.find(ref);

  /** The controller's object as it is known; undefined: not there. */
  get lead(): KubeObject | undefined {
    return this.view(this.engine.lead);
  }

  /** How it stands now. What we wrote and the watch has not told yet counts as unseen. */
  standing(): Standing {
    const stale = [this.engine.lead, this.engine.workload].some(
      (ref) =>
        (this.view(ref)?.metadata.generation ?? 0) < (this.#written.get(`${ref.kind}/${ref.name}`) ?? 0),
    );
    const standing = this.engine.standing(this.view, this.takenUp);
    if (stale) return { ...standing, phase: 'unseen', said: 'the change is on its way' };
    if (!['unseen', 'settled', 'failed'].includes(standing.phase)) this.takenUp = true;
    return standing;
  }

  /** How it stands when the controller has had time to look; what it has not taken up by then it does not take up. */
  async known(): Promise<Standing> {
    const until = this.#clock.now() + (this.lead === undefined ? 0 : this.engine.attention(this.lead));
    while (this.standing().phase === 'unseen' && this.#clock.now() < until) await this.watching.changed(1000);
    this.takenUp = true;
    return this.standing();
  }

  /** Notes that an object was written: the controller has to take it up. */
  wrote({ kind, metadata }: KubeObject): void {
    const key = `${kind}/${metadata.name}`;
    this.#written.set(key, Math.max(this.#written.get(key) ?? 0, metadata.generation ?? 0));
    this.takenUp = false;
  }

  /** Tells the controller something; false where it knows no such thing. Safe to repeat. */
  async command(command: Command): Promise<boolean> {
    const { lead: ref } = this.engine;
    const live = await persistently(this.#clock, () => this.#kube.get(ref), this.#trouble);
    const patches = live === undefined ? [] : this.engine.patches(command, live);
    const before = textAt(live, 'metadata', 'resourceVersion');
    let after = before;
    for (const { status, patch } of patches) {
      const options = status ? { subresource: 'status' as const } : {};
      const write = (): Promise<KubeObject> => this.#kube.mergePatch(ref, patch, options);
      const written = await persistently(this.#clock, write, this.#trouble);
      after = written.metadata.resourceVersion ?? after;
    }
    if (after !== before) await this.#echoed(before);
    return patches.length > 0;
  }

  /** Waits until the watch has told of something newer than `version` of the lead. */
  async #echoed(version: string): Promise<void> {
    const until = this.#clock.now() + echo;
    while (this.lead?.metadata.resourceVersion === version && this.#clock.now() < until) {
      await this.watching.changed(500);
    }
  }

  /** Messages of the events about the lead that came since this run began, as they came. */
  events(): string[] {
    return this.watching.world.eventsOf(this.lead?.metadata.uid).map(({ message }) => message);
  }

  /** Notes what is to be seen at this moment. */
  record(standing: Standing): void {
    this.#recording.look(standing, this.lead, this.#clock.now());
  }

  /** What was recorded while it was watched; undefined where nothing was. */
  recorded(): Promise<Course | undefined> {
    return this.#recording.told(this.lead, async (ref) => {
      const over = new AbortController();
      const late = this.#clock.pause(witnessPatience, over.signal).then(() => undefined);
      const read = this.#kube.get(ref).catch(() => undefined);
      return Promise.race([read, late]).finally(() => over.abort());
    });
  }

  /** Why the controller has given up, in a sentence; what is known of it goes to `log`. */
  async because(log: (line: string) => void): Promise<string> {
    const { lead } = this;
    const refs = lead === undefined ? [] : this.engine.witnesses(lead);
    const witnesses = await Promise.all(refs.map((ref) => this.#kube.get(ref).catch(() => undefined)));
    const found = witnesses.filter((one) => one !== undefined);
    const reasons = this.engine.because(found, this.events());
    for (const reason of reasons) log(`${this.engine.title}: ${reason}`);
    return [reasons[0], this.causes.tell(log)].filter((one) => one !== undefined).join('; ');
  }

  stop(): void {
    this.watching.stop();
  }
}
