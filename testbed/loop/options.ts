import { parseArgs } from 'node:util';
import type { GivenCluster } from '../given.ts';
import { type ClusterChoice, clusterChoice } from '../kind/choose.ts';

export interface LoopOptions {
  readonly service: string | undefined;
  /** A cluster of the user's own; undefined: the embedded one. */
  readonly cluster: GivenCluster | undefined;
  /** What makes a cluster, where none is given. */
  readonly make: ClusterChoice;
  readonly keep: boolean;
  readonly down: boolean;
  readonly status: boolean;
  readonly yes: boolean;
  readonly help: boolean;
}

export const help = `npm start -- [options]

Takes the example service from a commit to production on a real cluster, twice: a good commit that is promoted, and a
bad one that is rolled back by itself, with traffic through the gateway meanwhile. The first run builds the test bed's
tools (about 20 minutes on two cores, resumable); later ones start in seconds.

  --service DIR      a Go service of your own, with a Dockerfile, deploy/staging and deploy/production
  --cluster KIND     what makes the cluster: kind (with docker), embedded (Linux and root), or auto: kind where it is
  --kubeconfig FILE  a cluster of your own with Istio in place of the embedded one; with it
    --registry NAME    where images go, such as ghcr.io/acme (log in before)
    --gateway URL      where the mesh's ingress gateway answers on this machine (loopback, a port-forward will do)
    --prometheus URL   the Prometheus that sees the gateway's traffic
                     (BUILDKIT_HOST, TRIVY_DB_REPOSITORY, GO_IMAGE and BASE_IMAGE count where they are set)
  --yes              approve production without asking (where there is no terminal, nobody is asked)
  --keep             leave the test bed running
  --status           what of the test bed runs
  --down             stop the test bed
  --help             this text
`;

/** Reads the command line; an unknown option throws with the ones there are. */
export function readOptions(args: readonly string[]): LoopOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      service: { type: 'string' },
      cluster: { type: 'string', default: process.env['SEATRIAL_CLUSTER'] || 'auto' },
      kubeconfig: { type: 'string' },
      registry: { type: 'string' },
      gateway: { type: 'string' },
      prometheus: { type: 'string' },
      keep: { type: 'boolean', default: false },
      down: { type: 'boolean', default: false },
      status: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { service, keep, down, status, yes, help: wantsHelp } = values;
  return {
    service,
    cluster: clusterOf(values),
    make: clusterChoice(values.cluster),
    keep,
    down,
    status,
    yes,
    help: wantsHelp,
  };
}

type Given = Partial<Readonly<Record<keyof GivenCluster, string | undefined>>>;

/** What the loop needs of a cluster that it has not made itself, and what for. */
const partsOfCluster: Readonly<Record<keyof GivenCluster, string>> = {
  kubeconfig: 'FILE: how the cluster is reached; its account may create namespaces',
  registry: 'NAME: where images are pushed to and the cluster pulls from, such as ghcr.io/acme',
  gateway: "URL: where the ingress gateway of the cluster's Istio answers on this machine",
  prometheus: "URL: the Prometheus that sees the gateway's traffic; the canary is judged by it",
};

/** The four that make a cluster usable for the loop come together or not at all. */
function clusterOf(given: Given): GivenCluster | undefined {
  const { kubeconfig, registry, gateway, prometheus } = given;
  if (kubeconfig !== undefined && registry !== undefined && gateway !== undefined && prometheus !== undefined)
    return { kubeconfig, registry, gateway, prometheus };
  const names = ['kubeconfig', 'registry', 'gateway', 'prometheus'] as const;
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length === names.length) return undefined;
  const lines = missing.map((name) => `  --${name} ${partsOfCluster[name]}`);
  throw new Error(
    `A cluster of your own needs more than was given: the loop builds an image, sends traffic and judges it. Add\n${lines.join('\n')}\nor leave all four out to run on a cluster that is made here. --help tells the rest.`,
  );
}
