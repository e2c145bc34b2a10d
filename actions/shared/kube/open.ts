import { execFile } from 'node:child_process';
import type { Log } from '../action/log.ts';
import { UserError } from '../errors/user-error.ts';
import { clientOver } from './client.ts';
import { errorOf, KubeError } from './errors.ts';
import { type Http, openHttp } from './http.ts';
import { startProxy } from './proxy.ts';
import type { Kube } from './types.ts';

export interface KubeOptions {
  /** Path of a kubeconfig; unset: kubectl's own rules ($KUBECONFIG, ~/.kube/config, in-cluster). */
  readonly kubeconfig?: string;
  readonly context?: string;
  /** Path of kubectl; unset: the one on PATH. */
  readonly kubectl?: string;
  /** A folder for the private socket. */
  readonly temp: string;
  /** Ends the opening; a connection that is open is ended by `close`, since a cancelled job still has work to do. */
  readonly signal?: AbortSignal;
  readonly log: Log;
}

/** How long the first answer of the cluster may take, in milliseconds. */
const firstAnswer = 6000;

/**
 * Opens the cluster through kubectl, which owns all of authentication, and proves that it answers.
 *
 * Throws one UserError within seconds for a missing kubectl, a wrong kubeconfig, a cluster that is not there, a
 * certificate nobody trusts and credentials that are refused.
 */
export async function openKube(options: KubeOptions): Promise<Kube> {
  options.signal?.throwIfAborted();
  const { kubectl = 'kubectl' } = options;
  const proxy = await startProxy({ ...options, kubectl });
  const http = openHttp(proxy.socket);
  const kube = clientOver(http, options.log, proxy.stop);
  try {
    await greet(http, options);
  } catch (error) {
    await kube.close();
    throw error;
  }
  return kube;
}

/** A question about our own rights: nobody may be asked it without credentials, and everybody with them. */
const question = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const greeting = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: { verb: '*', group: '*', resource: '*' } },
  }),
  timeout: firstAnswer,
};

/** Throws when there is no answer, or none for us. Asked once more after a 401, when kubectl has asked its credential plugin anew. */
async function greet(http: Http, options: KubeOptions): Promise<void> {
  const first = await http.raw(question, greeting);
  if (first.status === 401) {
    const second = await http.raw(question, greeting);
    if (second.status === 401) throw errorOf(401, second.body, 'sign in to the cluster');
    return;
  }
  // 403 means that we are known: what is allowed is asked where it matters.
  if (first.status >= 500) throw described(errorOf(first.status, first.body, 'reach the cluster'), options);
}

/** Without any kubeconfig kubectl asks localhost:8080, where nobody listens: that says nothing to the reader. */
function described(error: KubeError, options: KubeOptions): KubeError {
  if (options.kubeconfig !== undefined || !error.message.includes(':8080')) return error;
  return new KubeError('kubectl found no kubeconfig, and this job does not run inside a cluster', {
    status: 0,
    reason: 'NoKubeconfig',
    fix: 'Give the path of a kubeconfig as `kubeconfig`, written by an earlier step from a secret of the environment.',
    cause: error,
  });
}

/** The namespace that the kubeconfig's context names; `default` where it names none. Needs no cluster. */
export function contextNamespace(
  options: Pick<KubeOptions, 'kubeconfig' | 'context' | 'kubectl'>,
): Promise<string> {
  const args = [
    'config',
    'view',
    '--minify',
    '--output=jsonpath={..namespace}',
    ...(options.kubeconfig === undefined ? [] : [`--kubeconfig=${options.kubeconfig}`]),
    ...(options.context === undefined ? [] : [`--context=${options.context}`]),
  ];
  const { kubectl = 'kubectl' } = options;
  return new Promise((resolve, reject) => {
    // A starved runner takes more than ten seconds to start a program.
    execFile(kubectl, args, { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout.trim() || 'default');
      reject(
        new UserError(`kubectl can't tell the namespace of the context: ${stderr.trim() || error.message}`, {
          fix: 'Give the input `namespace`, or check the kubeconfig.',
        }),
      );
    });
  });
}
