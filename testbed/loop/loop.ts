import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/run.ts';
import { type Bed, down, up } from '../bed.ts';
import { type GitHubStandIn, startGitHub } from '../github/server.ts';
import { givenBed } from '../given.ts';
import { numberAt, textAt } from '../json.ts';
import { runAct } from './act.ts';
import { askAtTerminal, atTerminal, openApprovals } from './approvals.ts';
import { Load } from './load.ts';
import type { LoopOptions } from './options.ts';
import { provision } from './provision.ts';
import { type RunReport, stepTable, trafficTable, writePage } from './report.ts';
import { CallersRepository, type Commit } from './repository.ts';
import { type Change, checkoutScenario, ownScenario, type Scenario } from './scenario.ts';
import { seed } from './seed.ts';
import { copySuite, localRepositories } from './suite.ts';

type Say = (line: string) => void;

/** What one run of the loop works with. */
interface Stage {
  readonly bed: Bed;
  readonly scenario: Scenario;
  readonly folder: string;
  readonly repository: CallersRepository;
  readonly github: GitHubStandIn;
  readonly commits: Map<string, Commit>;
  readonly say: Say;
}

/** Runs the loop from the bed's start to the report; true when the good commit was promoted and the bad one came back. */
export async function runLoop(options: LoopOptions, say: Say, signal: AbortSignal): Promise<boolean> {
  say('The test bed: cluster, registry, builder, scanner, mesh, Prometheus');
  const bed =
    options.cluster === undefined
      ? await up({ log: say, signal })
      : await givenBed(options.cluster, say, signal);
  const stage = await prepare(bed, options, say);
  const close = await openApprovals(approvalSocket(stage), approver(options, say));
  try {
    return await releases(stage, signal);
  } finally {
    close();
    await stage.github.close();
    if (!options.keep && options.cluster === undefined) await down({ log: () => undefined });
  }
}

async function prepare(bed: Bed, options: LoopOptions, say: Say): Promise<Stage> {
  const folder = join(dirname(bed.home), 'loop');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copySuite(root, join(folder, 'suite'));
  const scenario =
    options.service === undefined ? checkoutScenario(bed) : await ownScenario(bed, options.service);
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
  const github = await startGitHub({
    pullRequestOf: (sha) => {
      const commit = commits.get(sha);
      if (commit === undefined) return undefined;
      const url = `https://github.com/acme/checkout/pull/${commit.pullRequest}`;
      return { number: commit.pullRequest, title: commit.title, url };
    },
  });
  return { bed, scenario, folder, repository, github, commits, say };
}

function approvalSocket({ folder }: Stage): string {
  return join(folder, 'approvals.sock');
}

function approver(options: LoopOptions, say: Say): (environment: string) => Promise<boolean> {
  if (atTerminal && !options.yes) return askAtTerminal;
  return async (environment) => {
    say(`Approval for ${environment}: given (${options.yes ? '--yes' : 'no terminal to ask on'})`);
    return true;
  };
}

async function releases(stage: Stage, signal: AbortSignal): Promise<boolean> {
  const { say, scenario, repository, bed } = stage;
  say('The first version goes to production, so that there is something to compare with');
  const first = await repository.commitAll('Fit the service to this cluster', 1);
  const { image, name: service } = scenario;
  const env = stepEnvironment(stage);
  await seed({
    image,
    service,
    kubeconfig: bed.kubeconfig,
    repository: repository.folder,
    commit: first.sha,
    env,
  });
  const load = new Load(scenario.load);
  load.start();
  say(`Traffic: ${scenario.load.rate} requests a second through the gateway`);
  const runs: RunReport[] = [];
  try {
    for (const change of scenario.changes) runs.push(await release(stage, change, signal));
  } finally {
    await load.stop();
  }
  return conclude(stage, load, runs);
}

async function release(stage: Stage, change: Change, signal: AbortSignal): Promise<RunReport> {
  const { folder, repository, say, commits } = stage;
  signal.throwIfAborted();
  const commit = await repository.change(change.file, change.content, change.title, change.pullRequest);
  commits.set(commit.sha, commit);
  say(`Commit ${commit.sha.slice(0, 7)}: ${commit.title} (#${commit.pullRequest})`);
  const place = join(folder, change.name);
  await mkdir(join(place, 'artifacts'), { recursive: true });
  await repository.writePushEvent(join(place, 'event.json'), commit);
  const began = Date.now();
  const run = await runAct(await actOptions(stage, place));
  const record = await readFile(
    join(place, 'artifacts', `${stage.scenario.name}-release-record`, 'release-record.json'),
    'utf8',
  ).catch(() => '{}');
  const report = {
    title: commit.title,
    expected: change.expected,
    steps: run.steps,
    seconds: (Date.now() - began) / 1000,
    verdict: textAt(JSON.parse(record), 'canary', 'verdict') || 'stopped before production',
    record,
    summaries: run.summaries,
  };
  say(`→ ${report.verdict} after ${Math.round(report.seconds)} s`);
  return report;
}

async function actOptions(stage: Stage, place: string): Promise<Parameters<typeof runAct>[0]> {
  const { bed, folder, say } = stage;
  const workflow = join(folder, 'suite', '.github', 'workflows', 'commit-to-production.yml');
  const secretFile = join(place, 'secrets');
  await writeFile(secretFile, await secrets(bed), { mode: 0o600 });
  const standIns = join(root, 'testbed', 'act');
  return {
    act: bed.act,
    repository: stage.repository.folder,
    event: join(place, 'event.json'),
    secretFile,
    repositories: localRepositories(await readFile(workflow, 'utf8'), join(folder, 'suite'), standIns),
    cache: join(folder, 'act'),
    log: join(place, 'act.jsonl'),
    nodeFolder: dirname(bed.node),
    env: {
      ...stepEnvironment(stage),
      SEATRIAL_LOOP_ARTIFACTS: join(place, 'artifacts'),
      SEATRIAL_LOOP_APPROVALS: approvalSocket(stage),
      SEATRIAL_LOOP_API: stage.github.url,
    },
    onLine: (job, line) => say(`${job.padEnd(10)} ${line}`),
  };
}

/** What a runner would have installed: the builder, the scanner, kubectl. */
function stepEnvironment({ bed }: Stage): Record<string, string> {
  const tools = [bed.buildctl, bed.trivy.bin, bed.kubectl].filter((path) => path !== '').map(dirname);
  const path = [dirname(bed.node), ...tools, process.env['PATH'] ?? ''].join(':');
  return { PATH: path, ...(bed.buildkitHost === '' ? {} : { BUILDKIT_HOST: bed.buildkitHost }) };
}

async function secrets(bed: Bed): Promise<string> {
  const kubeconfig = await readFile(bed.kubeconfig, 'utf8');
  return `GITHUB_TOKEN=stand-in-token\nKUBECONFIG=${JSON.stringify(kubeconfig)}\n`;
}

async function conclude(stage: Stage, load: Load, runs: readonly RunReport[]): Promise<boolean> {
  const { say, folder } = stage;
  const traffic = trafficTable(load.tallies);
  const page = join(folder, 'report.html');
  await writePage(page, runs, traffic);
  for (const run of runs)
    console.log(`\n${run.title}: ${run.verdict} (${Math.round(run.seconds)} s)\n${stepTable(run)}`);
  console.log(`\nTraffic\n${traffic}`);
  for (const line of load.lost) console.log(`  lost: ${line}`);
  console.log(`\nRelease record of the last commit:\n${runs.at(-1)?.record ?? ''}`);
  console.log(`Job summaries and all records: ${page}`);
  const problems = [
    ...runs.flatMap(({ title, verdict, expected }) =>
      verdict === expected ? [] : [`"${title}" ended ${verdict}, not ${expected}`],
    ),
    ...(load.total().lost === 0 ? [] : [`${load.total().lost} requests were lost by the rollouts`]),
    ...stage.github.calls.flatMap((call) => call.problems),
    ...unlinked(runs),
  ];
  for (const problem of problems) say(`✗ ${problem}`);
  if (problems.length === 0) say('✓ every commit ended as it should, and no request was lost');
  return problems.length === 0;
}

/** A release that came back must name the pull request that brought it in. */
function unlinked(runs: readonly RunReport[]): string[] {
  return runs
    .filter(
      ({ verdict, record }) =>
        verdict === 'rolled-back' && !(numberAt(JSON.parse(record), 'source', 'pullRequest', 'number') > 0),
    )
    .map(({ title }) => `the record of "${title}" names no pull request`);
}
