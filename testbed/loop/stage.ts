import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/run.ts';
import type { Bed } from '../bed.ts';
import { type GitHubStandIn, startGitHub } from '../github/server.ts';
import { provision } from './provision.ts';
import { CallersRepository, type Commit } from './repository.ts';
import type { Scenario } from './scenario.ts';
import { copySuite } from './suite.ts';

export type Say = (line: string) => void;

/** What one run of the loop works with. */
export interface Stage {
  readonly bed: Bed;
  readonly scenario: Scenario;
  /** Everything that the loop writes. */
  readonly folder: string;
  readonly repository: CallersRepository;
  readonly github: GitHubStandIn;
  readonly commits: Map<string, Commit>;
  readonly approvals: string;
  readonly say: Say;
}

/** Sets the stage: the copy of the suite, the caller's repository, the platform's part, GitHub's stand-in. */
export async function setStage(bed: Bed, scenario: Scenario, say: Say): Promise<Stage> {
  const folder = join(dirname(bed.home), 'loop');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copySuite(root, join(folder, 'suite'));
  const starter = join(root, 'action-templates', 'workflows', 'ship.yml');
  const repository = await CallersRepository.create(
    join(folder, 'repository'),
    scenario.service,
    starter,
    scenario.inputs,
  );
  await scenario.adapt(repository.folder);
  await provision(bed, scenario, folder);
  const commits = new Map<string, Commit>();
  const github = await startGitHub({ pullRequestOf: (sha) => pullRequestOf(commits.get(sha)) });
  const approvals = join(folder, 'approvals.sock');
  return { bed, scenario, folder, repository, github, commits, approvals, say };
}

function pullRequestOf(commit: Commit | undefined) {
  if (commit === undefined) return undefined;
  const url = `https://github.com/acme/checkout/pull/${commit.pullRequest}`;
  return { number: commit.pullRequest, title: commit.title, url };
}

/** What a runner would have installed: the builder, the scanner, kubectl. */
export function stepEnvironment({ bed }: Stage): Record<string, string> {
  const tools = [bed.buildctl, bed.trivy.bin, bed.kubectl].filter((path) => path !== '').map(dirname);
  const path = [dirname(bed.node), ...tools, process.env['PATH'] ?? ''].join(':');
  return { PATH: path, ...(bed.buildkitHost === '' ? {} : { BUILDKIT_HOST: bed.buildkitHost }) };
}
