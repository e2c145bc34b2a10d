import { tryExec } from '../exec.ts';
import { binaryFits, findBinary } from '../tools/fit.ts';

/** What gives the bed its Kubernetes. */
export type ClusterKind = 'embedded' | 'kind';

export const clusterChoices = ['auto', 'embedded', 'kind'] as const;
export type ClusterChoice = (typeof clusterChoices)[number];

/** From this version on its nodes look into /etc/containerd/certs.d by themselves. */
const oldestKind = '0.27.0';

/** Reads a choice that somebody wrote. */
export function clusterChoice(text: string): ClusterChoice {
  const found = clusterChoices.find((choice) => choice === text);
  if (found === undefined)
    throw new Error(`the cluster "${text}" is unknown: write one of ${clusterChoices.join(', ')}`);
  return found;
}

/** What this machine could run a cluster with. */
export interface Machine {
  readonly root: boolean;
  /** Why docker and kind can't be used; undefined: they can. */
  readonly withoutKind: string | undefined;
}

/** Docker and kind where they are, the built cluster where we may run one, and otherwise an error that says what to do. */
export function chooseCluster(choice: ClusterChoice, { root, withoutKind }: Machine): ClusterKind {
  if (choice === 'kind' && withoutKind !== undefined) {
    throw new Error(`--cluster kind: ${withoutKind}. Mend that, or leave the option out.`);
  }
  if (choice !== 'embedded' && withoutKind === undefined) return 'kind';
  if (root) return 'embedded';
  throw new Error(
    `The test bed needs docker and kind (${withoutKind ?? 'they are here: leave `--cluster embedded` out'}), or Linux and root: then it runs a real Kubernetes node itself.`,
  );
}

/** Looks for a docker daemon that answers and a kind that is new enough. */
export async function lookAtMachine(): Promise<Machine> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return { root, withoutKind: await whyNotKind() };
}

async function whyNotKind(): Promise<string | undefined> {
  const [docker, kind] = [findBinary('docker'), findBinary('kind')];
  if (process.platform !== 'linux') return 'the tools of the bed are built for Linux';
  if (docker === undefined) return 'docker is not on PATH';
  if (kind === undefined) return 'kind is not on PATH';
  if (!(await binaryFits(kind, { args: ['version'], atLeast: oldestKind })))
    return `${kind} is older than ${oldestKind}`;
  const info = await tryExec([docker, 'info', '--format', '{{.ServerVersion}}']);
  return info.code === 0
    ? undefined
    : `no docker daemon answers: ${info.stderr.trim().split('\n').at(-1) ?? ''}`;
}
