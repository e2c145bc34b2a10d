import { UserError } from '../../../shared/errors/user-error.ts';
import { KubeError } from '../../../shared/kube/errors.ts';
import { RouteLease } from '../cluster/lease.ts';
import { persistently } from '../cluster/time.ts';
import { ownerOf } from '../job.ts';
import type { EngineRun } from './run.ts';

/** Lets the next run begin. Safe to repeat. */
export type Leave = () => Promise<void>;

/** Milliseconds between two looks at who is at it. */
const lookEvery = 2000;

/**
 * Waits until no other run is about to bring a release of this workload, so that neither their migrations meet nor what they
 * write. Without the permission for Leases nothing keeps them apart.
 */
export async function alone(run: EngineRun): Promise<Leave> {
  const { cluster, engine, opened, deps, context } = run;
  const { info } = context.log;
  const route = { kind: 'Deployment', name: engine.workload.name } as const;
  const about = { route, namespace: opened.namespace, owner: ownerOf(context.env) };
  const lease = new RouteLease(cluster, about, deps.clock.now);
  try {
    await taken(lease, run);
  } catch (error) {
    if (!(error instanceof KubeError) || error.status !== 403) throw error;
    info(`Nothing keeps another run away from this one: ${error.message}`);
    return () => Promise.resolve();
  }
  lease.keep({
    onTrouble: (error) => info(`The sign of life could not be given: ${String(error)}`),
    onAsked: () => Promise.resolve(),
  });
  return () =>
    lease.release().catch((error: unknown) => info(`The Lease expires by itself: ${String(error)}`));
}

async function taken(lease: RouteLease, { deps, context, deadline }: EngineRun): Promise<void> {
  for (let told = false; ; told = true) {
    const { liveness } = await persistently(deps.clock, () => lease.look());
    if (liveness !== 'live' && (await persistently(deps.clock, () => lease.take()))) return;
    const { aborted } = context.signal;
    if (aborted || deps.clock.now() >= deadline) {
      const until = aborted ? 'the job was cancelled' : 'max-runtime was over';
      throw new UserError(`another run was about to bring a release until ${until}`, {
        fix: 'Nothing was changed. Run it again.',
      });
    }
    if (!told) context.log.info('Waiting: another run is about to bring a release.');
    await deps.clock.pause(lookEvery, context.signal);
  }
}
