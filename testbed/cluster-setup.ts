import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { access } from './access.ts';
import { readCluster } from './cluster-api.ts';
import { exec } from './exec.ts';
import { PROBE_MS } from './http.ts';
import { listAt, textAt } from './json.ts';
import { kubeconfigOf, NODE_NAME, type Plan } from './plan.ts';
import { readRecord } from './process.ts';
import { until } from './wait.ts';

const ROLES = [
  { name: 'seatrial:kube-proxy', role: 'system:node-proxier', user: 'system:kube-proxy' },
  { name: 'seatrial:targets', role: 'view', user: 'seatrial:targets' },
];

function binding({ name, role, user }: (typeof ROLES)[number]): object {
  const apiGroup = 'rbac.authorization.k8s.io';
  return {
    apiVersion: `${apiGroup}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup, kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup, kind: 'User', name: user }],
  };
}

async function apply(plan: Plan, ...args: readonly string[]): Promise<void> {
  const kubeconfig = kubeconfigOf(plan.home, 'admin');
  await exec([
    plan.bin('kubectl'),
    `--kubeconfig=${kubeconfig}`,
    'apply',
    '--server-side',
    '--force-conflicts',
    ...args,
  ]);
}

async function applyObjects(plan: Plan, objects: readonly object[]): Promise<void> {
  const kubeconfig = kubeconfigOf(plan.home, 'admin');
  const command = [
    plan.bin('kubectl'),
    `--kubeconfig=${kubeconfig}`,
    'apply',
    '--server-side',
    '--filename=-',
  ];
  await exec(command, { input: objects.map((object) => stringify(object)).join('---\n') });
}

/** What the components that aren't administrators may do. */
export async function applyRoles(plan: Plan): Promise<void> {
  await applyObjects(plan, ROLES.map(binding));
}

/** Istio's own resource kinds, from the very sources istiod was built of, and its namespace. */
export async function applyMeshCrds(plan: Plan): Promise<void> {
  const crds = join(dirname(plan.bin('pilot-discovery')), '..', 'share', 'crds.yaml');
  const known = await readCluster(
    access(plan.home, 'admin'),
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/wasmplugins.extensions.istio.io',
  );
  if (known === undefined) await apply(plan, `--filename=${crds}`);
  await applyObjects(plan, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } }]);
}

/** Whether the node says of itself that it takes pods. */
export function isNodeReady(node: unknown): boolean {
  return listAt(node, 'status', 'conditions').some(
    (condition) => textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True',
  );
}

/** Waits until the node is Ready, and this kubelet has said so: not by a status left over from before a stop. */
export async function awaitNode({ home }: Plan): Promise<void> {
  const admin = access(home, 'admin');
  const begun = Date.parse(readRecord(home, 'kubelet')?.startedAt ?? '');
  const fresh = async (): Promise<boolean> => {
    const lease = await readCluster(
      admin,
      `/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${NODE_NAME}`,
      PROBE_MS,
    );
    if (Date.parse(textAt(lease, 'spec', 'renewTime')) < begun) return false;
    return isNodeReady(await readCluster(admin, `/api/v1/nodes/${NODE_NAME}`, PROBE_MS));
  };
  await until(fresh, { what: 'the node to be Ready', timeoutMs: 60_000, everyMs: 50 });
}
