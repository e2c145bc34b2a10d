import type { KubeObject, ManagedFields } from '../../kube/types.ts';
import { at, numberAt } from '../../kube/values.ts';

/** A change of a workload's number of replicas by somebody else than the one who applies it. */
export interface Scaling {
  readonly from: number;
  readonly to: number;
  /** The field manager that the server has noted for it. */
  readonly manager: string;
}

/** Who has written what into workloads, as the server notes it in `managedFields`. */
export class Writers {
  private readonly templates = new Map<string, string>();
  private readonly scalings = new Map<string, Scaling[]>();

  take(before: KubeObject | undefined, now: KubeObject, owners: readonly ManagedFields[]): void {
    const uid = now.metadata.uid ?? '';
    const scaling = scalingBetween(before, now, owners);
    if (scaling !== undefined) this.scalings.set(uid, [...this.scalingsOf(uid), scaling]);
    const last = owners
      .filter(({ fieldsV1 }) => at(fieldsV1, 'f:spec', 'f:template') !== undefined)
      .reduce<ManagedFields>((a, b) => ((b.time ?? '') >= (a.time ?? '') ? b : a), {});
    if (last.manager !== undefined) this.templates.set(uid, last.manager);
  }

  /** The field manager that wrote last into the pod template of a workload. */
  ofTemplate(uid: string | undefined): string | undefined {
    return this.templates.get(uid ?? '');
  }

  scalingsOf(uid: string | undefined): readonly Scaling[] {
    return this.scalings.get(uid ?? '') ?? [];
  }
}

function scalingBetween(
  before: KubeObject | undefined,
  now: KubeObject,
  owners: readonly ManagedFields[],
): Scaling | undefined {
  const [from, to] = [numberAt(before, 'spec', 'replicas'), numberAt(now, 'spec', 'replicas')];
  if (from === undefined || to === undefined || from === to) return undefined;
  // An apply is ours or of another rollout; whoever scales beside it makes an update.
  const owner = owners.find(
    ({ operation, fieldsV1 }) => operation === 'Update' && at(fieldsV1, 'f:spec', 'f:replicas') !== undefined,
  );
  return owner === undefined ? undefined : { from, to, manager: owner.manager ?? 'unknown' };
}
