import { UserError } from '../../../shared/errors/user-error.ts';
import type { KubeObject } from '../../../shared/kube/types.ts';
import { olderThan } from '../../../shared/release-order/older.ts';
import { refuseKept } from '../../../shared/rollout/plan/owner.ts';
import type { View } from '../cluster/live-view.ts';
import type { Engine } from './engine.ts';
import type { EngineRun } from './run.ts';

/** What must not be touched at all: the controller would do nothing, or somebody else would take it back. */
export function refuseChange(engine: Engine, view: View): void {
  const lead = view(engine.lead);
  const refusal = lead === undefined ? undefined : engine.refusal(lead);
  if (refusal !== undefined) throw new UserError(refusal.message, { fix: refusal.fix });
  const kept = refuseKept(view(engine.workload)) ?? refuseKept(lead);
  if (kept === undefined) return;
  throw new UserError(`${kept.message} (${kept.evidence.join()})`, {
    fix: 'Commit the release where it is kept (k8s-rollout, `mode: gitops`): the controller leads the canary all the same.',
  });
}

/** An approval given late, or an old run started again, must not undo what came after it. */
export function refuseOlder({ inputs, context, engine, led }: EngineRun, wanted: KubeObject): void {
  const live = led.view(engine.workload);
  if (live === undefined) return;
  const name = `${engine.workload.kind} ${engine.workload.namespace}/${engine.workload.name}`;
  const { allowOlder } = inputs;
  const older = olderThan(live, wanted, name, { allowOlder, log: context.log.info });
  if (older !== undefined) throw new UserError(older.message, { fix: older.fix });
}
