import type { Log } from '../../../shared/action/log.ts';
import type { Kube } from '../../../shared/kube/types.ts';
import { formatDuration } from '../../../shared/units/duration.ts';
import { type JsonObject, numberAt, textAt } from '../json.ts';
import { clusterOver } from './kube-cluster.ts';
import type { RolledOut, Rollout } from './rollout.ts';
import { realClock } from './time.ts';

/** The rollout over the shared client. Times in milliseconds. */
export function rolloutOver(
  kube: Kube,
  namespace: string,
  options: { readonly timeout: number; readonly settle: number },
  log: Log,
): Rollout {
  const cluster = clusterOver(kube, namespace);
  const settled = async (name: string, replicas: number, signal: AbortSignal): Promise<RolledOut> => {
    const until = realClock.now() + options.timeout;
    let last = '';
    for (;;) {
      const live = await cluster.get('Deployment', name);
      const status = (field: string): number => numberAt(live, 'status', field) ?? 0;
      const seen = status('observedGeneration') >= (numberAt(live, 'metadata', 'generation') ?? 0);
      const wanted = numberAt(live, 'spec', 'replicas') ?? replicas;
      const line = `${name}: ${status('updatedReplicas')} of ${wanted} new, ${status('availableReplicas')} available`;
      if (line !== last) log.info(line);
      last = line;
      const whole = ['updatedReplicas', 'availableReplicas', 'replicas'].every(
        (field) => status(field) === wanted,
      );
      if (seen && whole) return { healthy: true, reason: line };
      if (signal.aborted) return { healthy: false, reason: 'cancelled' };
      if (realClock.now() > until) {
        return { healthy: false, reason: `${line} after ${formatDuration(options.timeout)}` };
      }
      await realClock.pause(300, signal);
    }
  };
  return {
    settled,
    deploy: async (objects: readonly JsonObject[], signal) => {
      for (const object of objects) await cluster.apply(object);
      for (const object of objects) {
        if (textAt(object, 'kind') !== 'Deployment') continue;
        const done = await settled(textAt(object, 'metadata', 'name'), 1, signal);
        if (!done.healthy) return done;
      }
      return { healthy: true, reason: 'applied' };
    },
  };
}
