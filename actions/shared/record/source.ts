import { inEvent, readEvent } from '../github/event.ts';
import { numberOf } from '../json/json.ts';
import type { SourceSection } from './types.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the runner knows about the commit this job works on. */
export async function sourceFromRunner(env: Env): Promise<SourceSection> {
  const event = await readEvent(env);
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const number = pullRequestNumber(event);
  const runId = env['GITHUB_RUN_ID'] ?? '';
  return {
    repository,
    commit: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    ...(number === undefined
      ? {}
      : { pullRequest: { number, url: `${server}/${repository}/pull/${number}` } }),
    ...(runId === ''
      ? {}
      : {
          run: {
            id: runId,
            attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
            url: `${server}/${repository}/actions/runs/${runId}`,
            ...runOrder(env, repository),
          },
        }),
  };
}

/** What tells which of two runs was started first. GITHUB_WORKFLOW_REF: `owner/name/.github/workflows/ship.yml@ref`. */
function runOrder(env: Env, repository: string): { number?: number; workflow?: string } {
  const number = Number(env['GITHUB_RUN_NUMBER']);
  const [file = ''] = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@', 1);
  const workflow = file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : '';
  return {
    ...(Number.isInteger(number) && number > 0 ? { number } : {}),
    ...(workflow === '' ? {} : { workflow }),
  };
}

/**
 * The pull request an event belongs to: its own, or the one GitHub names in the message of a merge or squash commit
 * (`Merge pull request #12 from …`, `Title (#12)`).
 */
export function pullRequestNumber(event: unknown): number | undefined {
  const own = numberOf(inEvent(event, 'pull_request', 'number'));
  if (own !== undefined) return own;
  const message = inEvent(event, 'head_commit', 'message');
  if (typeof message !== 'string') return undefined;
  const title = message.split('\n', 1)[0] ?? '';
  const match = /^Merge pull request #(\d+) from /.exec(title) ?? /\(#(\d+)\)$/.exec(title.trim());
  return match === null ? undefined : Number(match[1]);
}
