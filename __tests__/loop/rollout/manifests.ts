/** What a test says about a workload of the faulty program (testbed/faulty). */
export interface Workload {
  readonly name: string;
  readonly image: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Further lines of the container, unindented. */
  readonly container?: string;
  /** Further lines of the pod, unindented. */
  readonly pod?: string;
  /** The readiness probe's port; 0: no probe. */
  readonly probePort?: number;
  readonly replicas?: number;
  readonly progressDeadline?: number;
}

const indented = (text: string, by: number): string =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${' '.repeat(by)}${line}\n`)
    .join('');

/** The pod template, from `metadata:` on, at six blanks. */
function template({ name, image, env = {}, container = '', pod = '', probePort = 8080 }: Workload): string {
  const variables = Object.entries({ HOME: '/', ...env })
    .map(([key, value]) => `            - { name: ${key}, value: "${value}" }\n`)
    .join('');
  const probe = `          readinessProbe: { periodSeconds: 1, httpGet: { path: /ready, port: ${probePort} } }\n`;
  return `    metadata:
      labels: { app: ${name} }
    spec:
      terminationGracePeriodSeconds: 1
${indented(pod, 6)}      containers:
        - name: app
          image: ${image}
          env:
${variables}${probePort === 0 ? '' : probe}${indented(container, 10)}`;
}

export function deployment(workload: Workload): string {
  const { name, replicas = 1, progressDeadline = 600 } = workload;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: ${replicas}
  progressDeadlineSeconds: ${progressDeadline}
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  selector: { matchLabels: { app: ${name} } }
  template:
${template(workload)}`;
}

export function statefulSet(workload: Workload): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${workload.name}
spec:
  serviceName: ${workload.name}
  selector: { matchLabels: { app: ${workload.name} } }
  template:
${template(workload)}`;
}

export function daemonSet(workload: Workload): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${workload.name}
spec:
  selector: { matchLabels: { app: ${workload.name} } }
  template:
${template(workload)}`;
}

export function job(workload: Workload): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: ${workload.name}
spec:
  backoffLimit: 0
  template:
${template({ ...workload, probePort: 0, pod: `restartPolicy: Never\n${workload.pod ?? ''}` })}`;
}

/** A Pod of its own. `restartPolicy` stands in `pod` where it is not Always. */
export function pod(workload: Workload): string {
  const body = template(workload)
    .replaceAll(/^ {4}/gm, '')
    .replace('metadata:\n', `metadata:\n  name: ${workload.name}\n`);
  return `apiVersion: v1\nkind: Pod\n${body}`;
}

export function service(name: string, app: string, targetPort: number | string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec:
  selector: { app: ${app} }
  ports:
    - port: 80
      targetPort: ${targetPort}
`;
}

/** Several objects in one file. */
export const together = (...objects: readonly string[]): string => objects.join('---\n');
