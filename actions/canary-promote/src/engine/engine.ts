import type { KubeObject, Ref } from '../../../shared/kube/types.ts';
import type { Permitted } from '../cluster/cluster.ts';
import type { View } from '../cluster/live-view.ts';
import type { JsonObject } from '../json.ts';
import type { Measurement } from '../report/course.ts';

/** Who leads the canary: this run itself, or a controller in the cluster. */
export const engines = ['direct', 'argo-rollouts', 'flagger'] as const;

export type EngineName = Exclude<(typeof engines)[number], 'direct'>;

/** How a controller's canary stands, in this action's terms; docs/canary-engines.md says what is told as what. */
export interface Standing {
  /**
   * `unseen`: the controller has not taken up the last change; `settled`: all users have the version that the workload
   * names; `undecided`: its analysis came to no result; `failed`: it has given up.
   */
  readonly phase: 'unseen' | 'settled' | 'shifting' | 'holding' | 'undecided' | 'promoting' | 'failed';
  /** Percent of the traffic that the canary has. */
  readonly weight: number;
  /** The controller's own words. */
  readonly said: string;
  /** It has given up and does not take the traffic back by itself. */
  readonly stuck?: true;
  /** It is at work on the very version that all users have already. */
  readonly idle?: true;
}

/** A change of the controller's object. */
export interface Patch {
  /** Of the status, which such kinds keep apart. */
  readonly status: boolean;
  readonly patch: JsonObject;
}

export type Command = 'abort' | 'resume' | 'promote' | 'skip' | 'retry' | 'mend';

/** A controller that leads a canary, and what is to be known of it. Pure: reads and writes go through `Led`. */
export interface Engine {
  readonly name: EngineName;
  /** The controller, for people. */
  readonly title: string;
  /** The controller's object. */
  readonly lead: Ref;
  /** The object whose pod template the release changes: the lead itself, or a Deployment. */
  readonly workload: Ref;
  /** Who makes the canary's pods, and those that all users have in the end. */
  readonly pods: { readonly canary: Ref; readonly promoted: Ref };
  /** What this account has to be allowed beside writing the manifests. */
  readonly permissions: ReadonlyMap<Permitted, readonly string[]>;
  /** `takenUp`: the controller was seen at work since the last change. */
  readonly standing: (view: View, takenUp: boolean) => Standing;
  /** Names the version that users have: while it is the same, what was kept before the release is still true. Empty: none. */
  readonly stable: (lead: KubeObject) => string;
  /** Why it must not be touched; undefined: nothing speaks against it. */
  readonly refusal: (lead: KubeObject) => { readonly message: string; readonly fix: string } | undefined;
  /** What a command means; empty where the controller knows no such thing. */
  readonly patches: (command: Command, lead: KubeObject) => readonly Patch[];
  /** Milliseconds that a gate may stay shut before the run ends as held. */
  readonly gatePatience: (lead: KubeObject) => number;
  /** The longest time, in milliseconds, in which the controller takes a change up. */
  readonly attention: (lead: KubeObject) => number;
  /** The objects as they may be applied: what the controller owns of them stays as it is. */
  readonly desired: (objects: readonly KubeObject[], view: View) => KubeObject[];
  /** The controller's objects that tell what was measured, beside the lead. */
  readonly witnesses: (lead: KubeObject) => readonly Ref[];
  /** What the lead itself shows of its measurements now. */
  readonly shown: (lead: KubeObject) => readonly Omit<Measurement, 't'>[];
  /** What the witnesses hold of them. */
  readonly recorded: (witnesses: readonly KubeObject[]) => readonly Measurement[];
  /** By what it judges, one text for each metric; nothing that may be secret. */
  readonly rules: (lead: KubeObject, witnesses: readonly KubeObject[]) => readonly string[];
  /** Why it has given up, from those and from the messages of events about the lead, as they came. */
  readonly because: (witnesses: readonly KubeObject[], events: readonly string[]) => readonly string[];
}
