import { type Bed, down, up } from '../bed.ts';
import { givenBed } from '../given.ts';
import { get } from '../http.ts';
import { until } from '../wait.ts';
import { approver, openApprovals } from './approvals.ts';
import { conclude } from './conclusion.ts';
import { Load } from './load.ts';
import type { LoopOptions } from './options.ts';
import { release } from './release.ts';
import type { RunReport } from './report.ts';
import { checkoutScenario, ownScenario, type Scenario } from './scenario.ts';
import { seed } from './seed.ts';
import { type Say, type Stage, setStage, stepEnvironment } from './stage.ts';

/** Runs the loop from the bed's start to the report; true when every commit ended as it should. */
export async function runLoop(options: LoopOptions, say: Say, signal: AbortSignal): Promise<boolean> {
  say('The test bed: cluster, registry, builder, scanner, mesh, Prometheus');
  const given = options.cluster;
  const bed =
    given === undefined
      ? await up({ log: say, signal, cluster: options.make })
      : await givenBed(given, say, signal);
  try {
    return await onBed(bed, options, say, signal);
  } finally {
    if (!options.keep && given === undefined) await down({ log: () => undefined });
  }
}

async function onBed(bed: Bed, options: LoopOptions, say: Say, signal: AbortSignal): Promise<boolean> {
  const { service } = options;
  const scenario = service === undefined ? checkoutScenario(bed) : await ownScenario(bed, service);
  const stage = await setStage(bed, scenario, say);
  const close = await openApprovals(stage.approvals, approver(options, say));
  try {
    return await releases(stage, signal);
  } finally {
    close();
    await stage.github.close();
  }
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
  await routed(scenario, signal);
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

/** Envoy learns of a route some time after its workload is ready: what it answers until then no rollout has lost. */
async function routed({ load, health }: Scenario, signal: AbortSignal): Promise<void> {
  const url = new URL(health ?? load.path, load.url).href;
  const served = async (): Promise<boolean> => {
    const { status } = await get(url, { headers: { host: load.host } });
    return health === undefined ? status < 500 : status === 200;
  };
  const what = `the gateway to answer for ${load.host}`;
  await until(served, { what, timeoutMs: 60_000, everyMs: 100, check: () => signal.throwIfAborted() });
}
