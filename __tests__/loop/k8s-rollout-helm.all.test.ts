import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { type Dock, openDock } from './rollout/bed.ts';

const minutes = 60_000;
/** Definitions belong to the whole cluster. */
const group = `t-helm-${process.pid}.example.com`;

let dock: Dock;
let helm: string;

beforeAll(async () => {
  dock = await openDock('helm');
  helm = await toolPath('helm');
}, 10 * minutes);

afterAll(async () => {
  await dock.kubectl('delete', 'crd', `boards.${group}`, '--ignore-not-found', '--wait=false');
  await dock.end();
}, minutes);

const chart = (): Readonly<Record<string, string>> => ({
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "7"\n',
  'values.yaml': 'replicas: 1\ngreeting: hello\nimage: app\nmigration: { exit: "0" }\n',
  'templates/_helpers.tpl': '{{- define "shop.name" -}}{{ .Release.Name }}-app{{- end -}}\n',
  'templates/NOTES.txt': 'Thank you for {{ .Chart.Name }}.\n',
  'templates/configmap.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { GREETING: {{ .Values.greeting | quote }} }
`,
  'templates/app.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ include "shop.name" . }} }
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, version: {{ .Chart.AppVersion | quote }} } }
    spec:
      terminationGracePeriodSeconds: 1
      containers:
        - name: app
          image: {{ .Values.image }}
          envFrom: [{ configMapRef: { name: settings } }]
          readinessProbe: { periodSeconds: 1, httpGet: { path: /ready, port: 8080 } }
---
apiVersion: v1
kind: Service
metadata: { name: {{ include "shop.name" . }} }
spec: { selector: { app: shop }, ports: [{ port: 80, targetPort: 8080 }] }
`,
  'templates/hooks.yaml': `apiVersion: batch/v1
kind: Job
metadata: { name: migrate, annotations: { helm.sh/hook: "pre-install,pre-upgrade" } }
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: {{ .Values.image }}
          env: [{ name: CRASH_AFTER, value: 100ms }, { name: EXIT_CODE, value: {{ .Values.migration.exit | quote }} }]
---
apiVersion: v1
kind: Pod
metadata: { name: smoke, annotations: { helm.sh/hook: test } }
spec: { containers: [{ name: smoke, image: {{ .Values.image }} }] }
`,
  'crds/board.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: boards.${group} }
spec:
  group: ${group}
  scope: Namespaced
  names: { kind: Board, plural: boards }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`,
  'templates/board.yaml': `apiVersion: ${group}/v1\nkind: Board\nmetadata: { name: sales }\ntitle: {{ .Values.greeting }}\n`,
});

/** Writes a chart; gives its folder. */
async function written(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(dock.folder, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function values(text: string): Promise<string> {
  const path = join(dock.folder, `values-${text.length}.yaml`);
  await writeFile(path, text);
  return path;
}

const roll = (folder: string, inputs: Readonly<Record<string, string>> = {}) =>
  dock.roll('', { manifests: folder, helm, ...inputs });

test(
  'a chart is rolled out whole: values files, release name, hooks awaited, definitions first, tests left out',
  async () => {
    const folder = await written('shop', chart());
    const images = `app=${dock.images.good}`;
    const production = await values('replicas: 2\ngreeting: moin\n');
    const inputs = { images, 'helm-values': production, 'helm-release': 'eu' };
    const { outputs, stdout } = await roll(folder, inputs);
    expect({ ...outputs, stdout }).toMatchObject({ status: 'succeeded', cause: '' });
    const objects = (await dock.kubectl('get', 'deployment,service,job,pod', '--output=name')).split('\n');
    expect(objects).toEqual(
      expect.arrayContaining(['deployment.apps/eu-app', 'service/eu-app', 'job.batch/migrate']),
    );
    expect(objects).not.toContain('pod/smoke');
    const greeting = '--output=jsonpath={.data.GREETING}';
    expect(await dock.kubectl('get', 'configmap', 'settings', greeting)).toBe('moin');
    expect(await dock.kubectl('get', `boards.${group}`, 'sales', '--output=jsonpath={.title}')).toBe('moin');
    const state = '--output=jsonpath={.status.readyReplicas} {.spec.template.spec.containers[0].image}';
    expect(await dock.kubectl('get', 'deployment', 'eu-app', state)).toBe(`2 ${dock.images.good}`);
    expect((await roll(folder, inputs)).outputs).toMatchObject({ status: 'unchanged' });
  },
  3 * minutes,
);

test(
  'a migration of the chart that fails leaves the release as it was, and names the chart',
  async () => {
    const folder = await written('shop', chart());
    const broken = await values('replicas: 2\ngreeting: servus\nmigration: { exit: "3" }\n');
    const inputs = { images: `app=${dock.images.next}`, 'helm-values': broken, 'helm-release': 'eu' };
    const { outputs } = await roll(folder, inputs);
    expect(outputs).toMatchObject({ status: 'undone', cause: 'job-failed' });
    expect(outputs['diagnosis']).toContain('exit code 3');
    const image = '--output=jsonpath={.spec.template.spec.containers[0].image}';
    expect(await dock.kubectl('get', 'deployment', 'eu-app', image)).toBe(dock.images.good);
    expect(await dock.kubectl('get', 'configmap', 'settings', '--output=jsonpath={.data.GREETING}')).toBe(
      'moin',
    );
  },
  3 * minutes,
);

test(
  'what helm can’t render is told in its words with what to do, and nothing is written',
  async () => {
    const wrong = await written('wrong', {
      ...chart(),
      'templates/configmap.yaml': 'data: {{ required "a greeting is needed" .Values.none }}\n',
    });
    const { outputs } = await roll(wrong);
    expect(outputs).toMatchObject({ status: 'failed', verdict: 'refused', cause: 'invalid-manifest' });
    expect(outputs['diagnosis']).toContain('a greeting is needed');
    expect(outputs['diagnosis']).toContain('helm template');
    const { 'Chart.yaml': head = '' } = chart();
    const dependent = await written('dependent', {
      ...chart(),
      'Chart.yaml': `${head}dependencies: [{ name: redis, version: 1.0.0, repository: "https://charts.example.com" }]\n`,
    });
    const missing = (await roll(dependent)).outputs;
    expect(missing).toMatchObject({ status: 'failed', verdict: 'refused' });
    expect(missing['diagnosis']).toContain('helm dependency build');
    expect(await dock.kubectl('get', 'lease', '--output=name')).toBe('');
  },
  2 * minutes,
);
