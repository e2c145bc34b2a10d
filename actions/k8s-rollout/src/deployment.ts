import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../shared/action/context.ts';
import { messageOf } from '../../shared/errors/user-error.ts';
import { type Deployments, openDeployments } from '../../shared/github/deployments.ts';
import type { Inputs, Output } from './contract.ts';

/** What GitHub is told of this rollout, beside it: it neither waits for GitHub nor depends on it. */
export interface Announced {
  /** Tells the end. Resolves when GitHub knows it, or when that takes too long. */
  readonly end: (status: string, description: string) => Promise<void>;
}

/** Milliseconds that the end of the step may be held up; a cancelled job has 7.5 s for everything. */
const patience = { ended: 8000, cancelled: 1500 };

const silent: Announced = { end: async () => undefined };

/** Begins a deployment of the commit in the environment, and goes on at once. */
export function announce(
  inputs: Inputs,
  context: Context<Output>,
  open: typeof openDeployments = openDeployments,
): Announced {
  const { token, environment, environmentUrl } = inputs;
  const { log, record } = context;
  const { repository, commit, run, pullRequest } = record.source;
  // In the mode `gitops` the token is another repository's.
  if (inputs.dryRun || inputs.mode === 'status' || inputs.mode === 'gitops') return silent;
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
    const id = await api.create({ ref: commit, environment, description: 'k8s-rollout', payload });
    await api.report(id, { state: 'in_progress', description: 'rolling out', ...urls });
    return { api, id };
  };
  const begun = context.mask(token).then(begin);
  // Told at the end; until then nobody waits for it.
  begun.catch(() => undefined);
  return {
    end: async (status, description) => {
      const told = begun.then(({ api, id }) =>
        api.report(id, { state: stateOf(status), description, ...urls }),
      );
      await inTime(told, status === 'cancelled' ? patience.cancelled : patience.ended).catch(
        (error: unknown) =>
          context.report.annotate({
            level: 'warning',
            title: 'k8s-rollout',
            message: `The deployment on GitHub was skipped: ${messageOf(error)}. It needs \`permissions: deployments: write\`.`,
          }),
      );
    },
  };
}

function stateOf(status: string): 'success' | 'failure' | 'error' {
  if (status === 'succeeded' || status === 'unchanged') return 'success';
  return status === 'cancelled' ? 'error' : 'failure';
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
