import { createHash } from 'node:crypto';
import type { Context } from '../../../shared/action/context.ts';
import { UserError } from '../../../shared/errors/user-error.ts';
import { proposeChange } from '../../../shared/github/pull-request.ts';
import type { Inputs, Output } from '../contract.ts';
import type { GitOptions, GitRepository } from './repository.ts';

/** How the repository is reached that the cluster follows. */
export function gitOptions(inputs: Inputs, { env, exec, temp }: Context<Output>): GitOptions {
  const { gitopsRepository, gitopsBranch, token } = inputs;
  return {
    repository: gitopsRepository ?? env['GITHUB_REPOSITORY'] ?? '',
    branch: gitopsBranch,
    token,
    server: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    temp,
    exec,
    env,
  };
}

/** What the commit says. */
export function messageFor({ images, environment }: Inputs, { record }: Context<Output>): string {
  const { commit, repository } = record.source;
  const list = [...images].map(([name, reference]) => `- ${name}: ${reference}`).join('\n');
  return `Roll ${[...images.keys()].join(', ')} out to ${environment}\n\n${list}\n\nFrom ${repository}@${commit}`;
}

/** Proposes the commit as a pull request, the same one for the same images. */
export async function propose(
  git: GitRepository,
  changes: ReadonlyMap<string, string>,
  inputs: Inputs,
  context: Context<Output>,
): Promise<void> {
  const { token, images, environment, gitopsBranch } = inputs;
  const repository = gitOptions(inputs, context).repository;
  if (token === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UserError('a pull request needs a `token`, and `gitops-repository` as owner/name', {
      fix: 'Give a token with contents: write and pull-requests: write of that repository.',
    });
  }
  const sum = createHash('sha256')
    .update([...images.keys()].join())
    .digest('hex')
    .slice(0, 8);
  const head = `seatrial/${environment}-${sum}`;
  const message = messageFor(inputs, context);
  await git.commit(changes, message, head);
  await git.push(head, true);
  const [title = '', ...body] = message.split('\n');
  const url = await proposeChange(token, repository, {
    head,
    base: gitopsBranch,
    title,
    body: body.join('\n').trim(),
  });
  context.report.output('pull-request', url);
  context.log.info(`Proposed as ${url}; the rollout begins when it is merged.`);
}
