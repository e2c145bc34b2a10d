import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/run.ts';
import type { Bed } from '../bed.ts';
import { textAt } from '../json.ts';
import { type ActOptions, runAct } from './act.ts';
import type { RunReport } from './report.ts';
import type { Change } from './scenario.ts';
import { type Stage, stepEnvironment } from './stage.ts';
import { localRepositories } from './suite.ts';

/** Commits a change and runs the caller's workflow on it. */
export async function release(stage: Stage, change: Change, signal: AbortSignal): Promise<RunReport> {
  const { folder, repository, say, commits } = stage;
  signal.throwIfAborted();
  const commit = await repository.change(change.file, change.content, change.title, change.pullRequest);
  commits.set(commit.sha, commit);
  say(`Commit ${commit.sha.slice(0, 7)}: ${commit.title} (#${commit.pullRequest})`);
  const place = join(folder, change.name);
  await mkdir(join(place, 'artifacts'), { recursive: true });
  await repository.writePushEvent(join(place, 'event.json'), commit);
  const began = Date.now();
  const run = await runAct(await actOptions(stage, place), signal);
  const artifact = `${stage.scenario.name}-release-record`;
  const recordFile = join(place, 'artifacts', artifact, 'release-record.json');
  const record = await readFile(recordFile, 'utf8').catch(() => '{}');
  signal.throwIfAborted();
  const report = {
    title: commit.title,
    expected: change.expected,
    steps: run.steps,
    seconds: (Date.now() - began) / 1000,
    verdict: textAt(JSON.parse(record), 'canary', 'verdict') || 'stopped before production',
    record,
    recordFile,
    summaries: run.summaries,
  };
  say(`→ ${report.verdict} after ${Math.round(report.seconds)} s`);
  return report;
}

async function actOptions(stage: Stage, place: string): Promise<ActOptions> {
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
      SEATRIAL_LOOP_APPROVALS: stage.approvals,
      SEATRIAL_LOOP_API: stage.github.url,
    },
    onLine: (job, line) => say(`${job.padEnd(10)} ${line}`),
  };
}

async function secrets(bed: Bed): Promise<string> {
  const kubeconfig = await readFile(bed.kubeconfig, 'utf8');
  return `GITHUB_TOKEN=stand-in-token\nKUBECONFIG=${JSON.stringify(kubeconfig)}\n`;
}
