import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../action/context.ts';
import { messageOf } from '../errors/user-error.ts';
import { type DeploymentState, type Deployments, openDeployments } from './deployments.ts';

/** What GitHub is told of a release, beside it: the release neither waits for GitHub nor depends on it. */
export interface Announced {
  /** Tells the end. Resolves when GitHub knows it, or when that takes too long. */
  readonly end: (state: DeploymentState, description: string) => Promise<void>;
}

/** What is announced, and by whom. */
export interface Announcement {
  /** The action. */
  readonly title: string;
  /** What it is doing meanwhile. */
  readonly description: string;
  /** Undefined: GitHub is told nothing. */
  readonly token: string | undefined;
  readonly environment: string;
  readonly environmentUrl: string | undefined;
}

/** Milliseconds that the end of the step may be held up; a cancelled job has 7.5 s for everything. */
const patience = { ended: 8000, cancelled: 1500 };

export const silent: Announced = { end: async () => undefined };

/** Begins a deployment of the commit in the environment, and goes on at once. */
export function announce<Output extends string>(
  { title, description, token, environment, environmentUrl }: Announcement,
  context: Context<Output>,
  open: typeof openDeployments = openDeployments,
): Announced {
  const { log, record, signal } = context;
  const { repository, commit, run, pullRequest } = record.source;
  if (token === undefined || repository === '' || commit === '') {
    log.info('GitHub is told of no deployment: there is no `token`, or no repository.');
    return silent;
  }
  const urls = {
    ...(environmentUrl === undefined ? {} : { environmentUrl }),
    ...(run === undefined ? {} : { logUrl: run.url }),
  };
  const begin = async (): Promise<{ api: Deployments; id: number }> => {
    const api = await open(token, repository);
    const payload = { image: record.image, pullRequest, run };
    const id = await api.create({ ref: commit, environment, description: title, payload });
    await api.report(id, { state: 'in_progress', description, ...urls });
    return { api, id };
  };
  const begun = context.mask(token).then(begin);
  // Told at the end; until then nobody waits for it.
  begun.catch(() => undefined);
  return {
    end: async (state, told) => {
      const reported = begun.then(({ api, id }) => api.report(id, { state, description: told, ...urls }));
      const limit = signal.aborted ? patience.cancelled : patience.ended;
      await inTime(reported, limit).catch((error: unknown) =>
        context.report.annotate({
          level: 'warning',
          title,
          message: `The deployment on GitHub was skipped: ${messageOf(error)}. It needs \`permissions: deployments: write\`.`,
        }),
      );
    },
  };
}

async function inTime(work: Promise<void>, ms: number): Promise<void> {
  const late = new AbortController();
  const timeout = pause(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`no answer within ${ms / 1000} s`);
  });
  try {
    await Promise.race([work, timeout]);
  } finally {
    late.abort();
    timeout.catch(() => undefined);
  }
}
