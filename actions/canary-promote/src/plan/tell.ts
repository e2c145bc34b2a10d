import { formatDuration } from '../../../shared/units/duration.ts';
import type { CanaryContext, Opened } from '../deps.ts';
import type { MetricsSource } from '../metrics/source.ts';
import { told } from '../route/types.ts';
import type { Forward } from '../run-canary.ts';
import { changesOf } from './configs.ts';
import type { Plan } from './plan.ts';
import { imageOf, nameOf, shortImage } from './select.ts';
import { stepText } from './steps.ts';

/** What will be done, before it is. */
export async function tellPlan(
  inputs: Forward,
  { log }: CanaryContext,
  plan: Plan,
  source: MetricsSource | undefined,
  { cluster, namespace }: Opened,
): Promise<void> {
  log.info(
    `Canary of Deployment ${namespace}/${nameOf(plan.live)}: ${shortImage(imageOf(plan.live))} → ${shortImage(plan.release.image)}`,
  );
  const steps = [...inputs.steps.map(stepText), '100'].join(', ');
  log.info(`Route: ${told(plan.route.target)}, steps ${steps}`);
  const changes = await changesOf(cluster, plan.release.configs);
  if (changes.length > 0) {
    const names = changes.map(({ kind, name }) => `${kind} ${name}`).join(', ');
    log.info(`Configuration that changes, and that the canary gets copies of: ${names}`);
  }
  if (source === undefined) return;
  log.info(`Metrics: ${source.name}`);
  for (const query of source.queries) log.info(`  ${query}`);
  if (source.spacing !== undefined && source.spacing > inputs.interval) {
    log.info(
      `  Prometheus scrapes every ${formatDuration(source.spacing)}: a verdict can't come faster than that.`,
    );
  }
}
