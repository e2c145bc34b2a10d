import { clusterOver } from '../../../../actions/canary-promote/src/cluster/kube-cluster.ts';
import { rolloutOver } from '../../../../actions/canary-promote/src/cluster/kube-rollout.ts';
import type { RolledOut } from '../../../../actions/canary-promote/src/cluster/rollout.ts';
import { realClock } from '../../../../actions/canary-promote/src/cluster/time.ts';
import { contract, type Output } from '../../../../actions/canary-promote/src/contract.ts';
import type { Deps } from '../../../../actions/canary-promote/src/deps.ts';
import { leadBack } from '../../../../actions/canary-promote/src/engine/back.ts';
import type { EngineName } from '../../../../actions/canary-promote/src/engine/engine.ts';
import { kindOf, nameOf } from '../../../../actions/canary-promote/src/plan/select.ts';
import { run } from '../../../../actions/canary-promote/src/run.ts';
import type { KubeObject } from '../../../../actions/shared/kube/types.ts';
import { isKubeObject } from '../../../../actions/shared/kube/values.ts';
import { inputsOf, testContext } from '../../../support/context.ts';
import type { FakeKube } from '../../../support/fake-kube.ts';

const well: RolledOut = { healthy: true, reason: '' };

/** Runs the action on a cluster in memory, in the namespace `prod`; with the input `post`, its post step. */
export async function lead(
  kube: FakeKube,
  engine: EngineName,
  release: readonly KubeObject[],
  given: Readonly<Record<string, string>> = {},
  job = 'one',
  end: {
    /** Told of what is deployed, as `Kind/name`; may say how it ends. */
    readonly onDeploy?: (names: string) => RolledOut | undefined | Promise<RolledOut | undefined>;
    /** How the pods that all users have turn out, by our own eyes. */
    readonly pods?: RolledOut;
    /** Gets the log, which grows. */
    readonly onBegin?: (lines: readonly string[]) => void;
  } = {},
) {
  const context = await testContext<Output>({ now: Date.now, env: { SEATRIAL_JOB: job } });
  end.onBegin?.(context.lines);
  const base = { engine, manifests: 'a', namespace: 'prod', settle: '0s', timeout: '2s', workload: 'shop' };
  const inputs = inputsOf(contract, { ...base, ...given }, context.workspace);
  const rolling = { kube, log: context.log, now: Date.now, manager: 'seatrial' };
  const rollout = rolloutOver(rolling, 'prod', { timeout: 2000, settle: 0 });
  const deps: Deps = {
    clock: realClock,
    load: async () => release.map((object) => ({ object, file: 'a', placeOf: () => ({ file: 'a' }) })),
    open: async () => ({
      namespace: 'prod',
      kube,
      cluster: clusterOver(kube, 'prod'),
      rollout: {
        check: rollout.check,
        // Nobody answers behind a Service in memory and no pod gets ready: neither is what is looked at here.
        settled: async () => end.pods ?? well,
        deploy: async (objects) => {
          const told = await end.onDeploy?.(objects.map((one) => `${kindOf(one)}/${nameOf(one)}`).join());
          if (told !== undefined) return told;
          for (const object of objects.filter(isKubeObject))
            await kube.apply(object, { fieldManager: 'seatrial' });
          return well;
        },
      },
      prepare: async (manifests) => manifests.map(({ object }) => object),
      hold: async () => async () => undefined,
      close: async () => undefined,
    }),
    prometheus: () => Promise.reject(new Error('no engine asks Prometheus')),
  };
  const way =
    given['post'] === 'true'
      ? leadBack(engine, inputs, 'post', context, deps, job)
      : run(inputs, context, deps);
  const thrown: unknown = await way.catch((error: unknown) => error);
  const { outputs, sections } = context.report;
  return { outputs: Object.fromEntries(outputs), sections, thrown, lines: context.lines };
}
