import { nameOf } from '../../shared/kube/values.ts';
import type { Manifest } from '../../shared/manifests/types.ts';
import { code, details, fence, table } from '../../shared/markdown/markdown.ts';
import type { Finding } from '../../shared/rollout/finding.ts';
import type { RolloutResult } from '../../shared/rollout/options.ts';
import { diffOf } from '../../shared/rollout/plan/diff.ts';
import type { Plan } from '../../shared/rollout/types.ts';
import { formatDuration } from '../../shared/units/duration.ts';
import { placeOf, shown, subjectOf } from './diagnosis.ts';

const titles: Readonly<Record<RolloutResult['verdict'], string>> = {
  healthy: 'healthy',
  unchanged: 'nothing to change',
  refused: 'refused before anything was changed',
  failed: 'failed',
  undone: 'failed and undone',
  'undo-failed': 'failed, and going back failed too',
  cancelled: 'cancelled',
};

/** The job summary: how it ended, why, what changed, how long each part took. */
export function summaryOf(
  result: RolloutResult,
  environment: string,
  manifests: readonly Manifest[],
  dryRun: boolean,
): string {
  const title = dryRun && result.verdict === 'healthy' ? 'checked, nothing written' : titles[result.verdict];
  return [
    `### Rollout ${environment}: ${title}`,
    ...result.findings.slice(0, 5).map((finding) => section(finding, manifests)),
    ...(result.findings.length > 5 ? [`… and ${result.findings.length - 5} more in the log.`] : []),
    ...(result.restored?.failures ?? []).map(
      ({ ref, message }) => `**Not put back:** ${nameOf(ref)}: ${message}`,
    ),
    workloads(result),
    changes(result.plan),
    ...(result.warnings.length === 0 ? [] : [warnings(result.warnings)]),
    timings(result),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function section(finding: Finding, manifests: readonly Manifest[]): string {
  const place = placeOf(finding, manifests);
  return [
    `#### ${code(finding.cause)} ${subjectOf(finding)}`,
    finding.message,
    ...(place === undefined ? [] : [`Manifest: ${code(shown(place))}`]),
    ...(finding.evidence.length === 0 ? [] : [fence(finding.evidence.join('\n'))]),
    `**What to do:** ${finding.fix.includes('\n') ? fence(finding.fix, 'yaml') : finding.fix}`,
  ].join('\n\n');
}

function workloads({ workloads: statuses }: RolloutResult): string {
  if (statuses.length === 0) return '';
  const rows = statuses.map(({ ref, wanted, updated, ready, old, revision }) => [
    nameOf(ref),
    `${ready} of ${wanted}`,
    `${updated} new, ${old} old`,
    revision ?? '',
  ]);
  return table(['workload', 'ready', 'pods', 'revision'], rows);
}

function changes(plan: Plan | undefined): string {
  if (plan === undefined) return '';
  const lines = diffOf(plan);
  const changed = plan.steps.filter(({ change }) => change === 'created' || change === 'changed');
  if (lines.length === 0) return '';
  const removed = plan.pruned.length === 0 ? '' : `, ${plan.pruned.length} removed`;
  return details(
    `What changes: ${changed.length} of ${plan.steps.length} objects${removed}`,
    fence(lines.join('\n'), 'diff'),
  );
}

function warnings(findings: readonly Finding[]): string {
  const lines = findings.map(
    (finding) => `- ${code(finding.cause)} ${subjectOf(finding)}: ${finding.message}`,
  );
  return `Noticed on the way:\n\n${lines.join('\n')}`;
}

function timings({ timings: { check, apply, hooks, watch, undo } }: RolloutResult): string {
  const parts: [string, number][] = [
    ['check', check],
    ['apply', apply],
    ['hooks', hooks],
    ['watch', watch],
    ['undo', undo],
  ];
  return parts
    .filter(([, ms]) => ms > 0)
    .map(([name, ms]) => `${name} ${formatDuration(ms)}`)
    .join(', ');
}
