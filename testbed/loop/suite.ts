import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isScalar, isSeq, parseDocument, visit } from 'yaml';

/** The owner, name and version that callers write; act is told to find them in the copy. */
export const suiteName = 'seatrial-dev/seatrial';
export const suiteVersion = 'v1';

/** A local folder that act uses where a workflow names a repository. */
export interface LocalRepository {
  readonly reference: string;
  readonly folder: string;
}

/**
 * Makes the copy of the project that act runs: what a runner would download, with the three things changed that act
 * can't do (`$/` references, the approval of an environment, another API than GitHub's own).
 */
export async function copySuite(root: string, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, '.github', 'workflows'), { recursive: true });
  await cp(join(root, 'dist'), join(target, 'dist'), { recursive: true });
  for (const name of await readdir(join(root, 'actions'))) {
    const manifest = join(root, 'actions', name, 'action.yml');
    await cp(manifest, join(target, 'actions', name, 'action.yml')).catch(() => undefined);
  }
  const source = await readFile(join(root, '.github', 'workflows', 'commit-to-production.yml'), 'utf8');
  await writeFile(join(target, '.github', 'workflows', 'commit-to-production.yml'), forAct(source));
  await cp(join(root, 'testbed', 'act', 'loopback-api.mjs'), join(target, 'dist', 'loopback-api.mjs'));
  for (const stub of await readdir(join(target, 'dist'))) {
    if (stub !== 'index.js' && /^[a-z][a-z0-9-]+\.js$/.test(stub))
      await useLoopbackApi(join(target, 'dist', stub));
  }
}

/** The workflow as act can run it; every other line stays as it is. */
export function forAct(workflow: string): string {
  const document = parseDocument(workflow);
  visit(document, {
    Pair: (_, pair) => {
      if (!isScalar(pair.key) || pair.key.value !== 'uses' || !isScalar(pair.value)) return;
      const used = String(pair.value.value);
      if (used.startsWith('$/')) pair.value.value = `${suiteName}/${used.slice(2)}@${suiteVersion}`;
    },
  });
  // act runs one workflow at a time and refuses the newer keys of `concurrency` as unknown.
  for (const job of ['staging', 'production']) document.deleteIn(['jobs', job, 'concurrency']);
  const steps = document.getIn(['jobs', 'production', 'steps']);
  if (!isSeq(steps))
    throw new Error('the workflow has no job `production` with steps to put the approval before');
  const approval = document.createNode({
    name: 'Approval',
    uses: `seatrial-local/approval@${suiteVersion}`,
    with: { environment: 'production' },
  });
  steps.items.unshift(approval);
  return String(document);
}

async function useLoopbackApi(stub: string): Promise<void> {
  const source = await readFile(stub, 'utf8');
  await writeFile(stub, `import './loopback-api.mjs';\n${source}`);
}

/** The repositories that act must not look for anywhere else. */
export function localRepositories(workflow: string, suite: string, standIns: string): LocalRepository[] {
  const ours = [
    { reference: `${suiteName}@${suiteVersion}`, folder: suite },
    { reference: `seatrial-local/approval@${suiteVersion}`, folder: join(standIns, 'approval') },
  ];
  const used = new Set(
    [...workflow.matchAll(/uses: (actions\/([a-z-]+)@[0-9a-f]{40})/g)].map((match) => match[1] ?? ''),
  );
  return [
    ...ours,
    ...[...used].map((reference) => ({ reference, folder: join(standIns, nameIn(reference)) })),
  ];
}

function nameIn(reference: string): string {
  return reference.slice('actions/'.length).split('@', 1)[0] ?? '';
}
