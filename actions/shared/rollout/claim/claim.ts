import { UserError } from '../../errors/user-error.ts';
import { KubeError } from '../../kube/errors.ts';
import type { Kube, KubeObject, Ref } from '../../kube/types.ts';
import { refOf } from '../../kube/values.ts';
import { leaseObject } from '../../lease/lease.ts';
import type { Setting } from '../types.ts';
import { type Claimant, claimLabel, claimSeconds, notesOfClaim } from './others.ts';

/** Milliseconds between two signs of life. */
const renewEvery = 5000;

/** Another run has taken the workloads over, because this one gave no sign of life: nothing may be written any more. */
export class ClaimLost extends UserError {
  constructor(lease: Ref) {
    super(
      `another rollout took over: the Lease ${lease.namespace}/${lease.name} of this run was removed after ${claimSeconds} s without a sign of life`,
      {
        fix: 'Look at the other run; it decides what runs now. If this runner was frozen, run the job again.',
      },
    );
    this.name = 'ClaimLost';
  }
}

export interface ClaimTerms {
  readonly namespace: string;
  readonly owner: string;
  readonly claimant: Claimant;
  readonly process: string;
  /** `Kind/name` of each workload. */
  readonly workloads: readonly string[];
}

/** One run's Lease on workloads of one namespace, from its creation to its release. */
export class Claim {
  readonly lease: KubeObject;
  private readonly setting: Setting;
  private readonly terms: ClaimTerms;
  private version: string;
  private renewed: number;
  private lost = false;
  private timer: NodeJS.Timeout | undefined;

  private constructor(lease: KubeObject, terms: ClaimTerms, setting: Setting) {
    this.lease = lease;
    this.terms = terms;
    this.setting = setting;
    this.version = lease.metadata.resourceVersion ?? '';
    this.renewed = setting.now();
  }

  /** Creates the Lease. Whether another run has one on the same workloads the caller looks up next. */
  static async create(name: string, terms: ClaimTerms, setting: Setting): Promise<Claim> {
    const lease = await setting.kube.create(bodyOf(name, terms, setting.now()));
    return new Claim(lease, terms, setting);
  }

  /** Gives signs of life until `release`. */
  keep(): void {
    this.timer = setInterval(() => {
      // What can't be reached now is asked again by the next sign, or before the next write.
      this.renew().catch(() => undefined);
    }, renewEvery);
    this.timer.unref();
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    const { uid } = this.lease.metadata;
    try {
      await this.setting.kube.remove(refOf(this.lease), uid === undefined ? {} : { uid });
    } catch (error) {
      if (!(error instanceof KubeError)) throw error;
      this.setting.log.info(`The Lease of this rollout ends by itself: ${error.message}`);
    }
  }

  /** Throws a ClaimLost unless the workloads are still ours. Asks the server only after a silence. */
  async assertHeld(): Promise<void> {
    if (!this.lost && this.setting.now() - this.renewed > (claimSeconds - 3) * 1000) await this.renew();
    if (this.lost) throw new ClaimLost(refOf(this.lease));
  }

  private async renew(): Promise<void> {
    const asked = this.setting.now();
    const { name = '', uid = '' } = this.lease.metadata;
    const body = bodyOf(name, this.terms, asked, { uid, resourceVersion: this.version });
    try {
      const written = await this.setting.kube.replace(body);
      this.version = written.metadata.resourceVersion ?? '';
      this.renewed = asked;
    } catch (error) {
      if (!(error instanceof KubeError) || (error.status !== 409 && error.status !== 404)) throw error;
      await this.lookAgain();
    }
  }

  /** After a conflict: an answer of ours that was lost on its way, or the Lease is gone. */
  private async lookAgain(): Promise<void> {
    const live = await this.setting.kube.get(refOf(this.lease));
    if (live?.metadata.uid === this.lease.metadata.uid) this.version = live?.metadata.resourceVersion ?? '';
    else this.lost = true;
  }
}

function bodyOf(
  name: string,
  { namespace, owner, claimant, workloads, process }: ClaimTerms,
  now: number,
  version: { uid?: string; resourceVersion?: string } = {},
): KubeObject {
  return leaseObject({
    name,
    namespace,
    owner,
    now,
    seconds: claimSeconds,
    labels: { [claimLabel]: claimant, 'app.kubernetes.io/managed-by': 'seatrial' },
    annotations: notesOfClaim(workloads, process),
    ...version,
  });
}

/** The cluster as one that writes only while the claims are held. */
export function guarded(kube: Kube, claims: readonly Claim[]): Kube {
  const held = async (): Promise<void> => {
    for (const claim of claims) await claim.assertHeld();
  };
  return {
    ...kube,
    apply: async (object, options) => {
      if (options.dryRun !== true) await held();
      return kube.apply(object, options);
    },
    create: async (object, options) => {
      if (options?.dryRun !== true) await held();
      return kube.create(object, options);
    },
    replace: async (object, options) => {
      await held();
      return kube.replace(object, options);
    },
    mergePatch: async (ref, patch, options) => {
      await held();
      return kube.mergePatch(ref, patch, options);
    },
    remove: async (ref, options) => {
      await held();
      return kube.remove(ref, options);
    },
  };
}
