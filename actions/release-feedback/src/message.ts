import { code, table } from '../../shared/markdown/markdown.ts';
import type { ReleaseRecord } from '../../shared/record/types.ts';
import type { Outcome } from './outcome.ts';

const titles: Readonly<Record<Outcome['verdict'], string>> = {
  released: 'Released',
  'rolled-back': 'Rolled back',
  stopped: 'Stopped',
};

/** Finds our comment of this environment again, so that a re-run rewrites it and adds none. */
export function marker(environment: string, service: string | undefined): string {
  const name = service === undefined ? environment : `${service} ${environment}`;
  return `<!-- seatrial release-feedback ${name.replaceAll(/[^\w. -]/g, '-')} -->`;
}

/** What people read, on the pull request and in the job summary: how it ended, why, and the proof on the way. */
export function message(
  record: ReleaseRecord,
  outcome: Outcome,
  { environment, service }: { environment: string; service: string | undefined },
): string {
  const { commit } = record.source;
  const rows = [
    ['commit', code(commit.slice(0, 12))],
    ...(record.source.pullRequest === undefined
      ? []
      : [['pull request', `#${record.source.pullRequest.number}`]]),
    ...(record.quality === undefined ? [] : [['tests', tests(record.quality)]]),
    ...(record.image === undefined ? [] : [['image', code(`${record.image.name}@${record.image.digest}`)]]),
    ...(record.scan === undefined ? [] : [['scan', record.scan.verdict]]),
    ...(record.rollouts ?? []).map((rollout) => [`rollout ${rollout.environment}`, rollout.verdict]),
    ...(record.canary === undefined ? [] : [['canary', `${record.canary.verdict}: ${record.canary.reason}`]]),
  ];
  const head = `### ${titles[outcome.verdict]}: ${service === undefined ? '' : `${service}, `}${environment}\n\n${outcome.reason} (stage: ${outcome.stage})`;
  return `${head}\n\n${table(['step', 'result'], rows)}\n`;
}

function tests({ tests: { passed, failed }, coverage }: NonNullable<ReleaseRecord['quality']>): string {
  return `${passed} passed, ${failed} failed, coverage ${coverage} %`;
}
