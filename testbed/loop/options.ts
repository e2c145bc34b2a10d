import { parseArgs } from 'node:util';

export interface LoopOptions {
  readonly service: string | undefined;
  readonly kubeconfig: string | undefined;
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
  --kubeconfig FILE  a cluster of your own with Istio and Prometheus in place of the embedded one
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
      kubeconfig: { type: 'string' },
      keep: { type: 'boolean', default: false },
      down: { type: 'boolean', default: false },
      status: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return { ...values, service: values.service, kubeconfig: values.kubeconfig };
}
