import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { clientOver } from '../../../../actions/shared/kube/client.ts';
import { ConflictError, KubeError } from '../../../../actions/shared/kube/errors.ts';
import { openHttp } from '../../../../actions/shared/kube/http.ts';
import type { Kube, KubeObject, WatchEvent } from '../../../../actions/shared/kube/types.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let folder: string;
let server: Server;
let kube: Kube;
let asked: string[];
let streaming: boolean;
/** What the server answers, one after the other; discovery is answered by itself. */
let script: Answer[];

const discovery = {
  kind: 'APIGroupDiscoveryList',
  items: [
    {
      metadata: {},
      versions: [
        {
          version: 'v1',
          resources: [
            { resource: 'configmaps', responseKind: { kind: 'ConfigMap' }, scope: 'Namespaced' },
            { resource: 'namespaces', responseKind: { kind: 'Namespace' }, scope: 'Cluster' },
          ],
        },
      ],
    },
  ],
};

const json =
  (status: number, body: unknown): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-kube-test-'));
  asked = [];
  streaming = false;
  script = [];
  server = createServer((request, response) => {
    if (request.url === '/api' || request.url === '/apis') {
      json(200, request.url === '/api' ? discovery : { kind: 'APIGroupDiscoveryList', items: [] })(
        request,
        response,
      );
      return;
    }
    asked.push(`${request.method} ${request.url}`);
    const answer = script.shift() ?? json(500, 'the test has no further answer');
    answer(request, response);
  });
  const socket = join(folder, 'api');
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const quiet = {
    info: () => undefined,
    debug: () => undefined,
    group: <T>(_: string, work: () => Promise<T>) => work(),
  };
  kube = clientOver(
    openHttp(socket, 4000),
    quiet,
    async () => undefined,
    () => streaming,
  );
});
afterEach(async () => {
  await kube.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

function configMap(name: string, resourceVersion: string, uid = name): KubeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', uid, resourceVersion } };
}
const ref = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'shop', name: 'a' };
const refusal = (code: number, reason: string, details: object = {}): unknown => ({
  kind: 'Status',
  code,
  reason,
  message: reason,
  details,
});

test('addresses objects by their kind: Kubernetes’ own without a question, others by discovery', async () => {
  script = [
    json(200, configMap('a', '1')),
    json(404, refusal(404, 'NotFound')),
    json(404, refusal(404, 'NotFound')),
  ];
  expect((await kube.get(ref))?.metadata.name).toBe('a');
  expect(await kube.get({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' })).toBeUndefined();
  expect(await kube.remove(ref)).toBe(false);
  expect(asked).toEqual([
    'GET /api/v1/namespaces/shop/configmaps/a',
    'GET /api/v1/namespaces/shop',
    'DELETE /api/v1/namespaces/shop/configmaps/a',
  ]);
  await expect(kube.get({ apiVersion: 'v9', kind: 'Nothing', name: 'x' })).rejects.toThrow(
    'knows no kind Nothing in v9',
  );
});

test('reads a list page by page', async () => {
  script = [
    json(200, { metadata: { resourceVersion: '7', continue: 'more' }, items: [{ metadata: { name: 'a' } }] }),
    json(200, { metadata: { resourceVersion: '7' }, items: [{ metadata: { name: 'b' } }] }),
  ];
  const found = await kube.list('v1', 'ConfigMap', { namespace: 'shop', labelSelector: 'a=b,c in (d)' });
  expect(found.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'ConfigMap a',
    'ConfigMap b',
  ]);
  expect(asked[0]).toContain('labelSelector=a%3Db%2Cc%20in%20(d)');
  expect(asked[1]).toContain('continue=more');
});

test('repeats what may be repeated: 429 always, failures only of calls that may happen twice', async () => {
  script = [json(429, refusal(429, 'TooManyRequests')), json(200, configMap('a', '2'))];
  await kube.mergePatch(ref, { data: {} }, { resourceVersion: '1' });
  script = [json(503, 'away'), (request) => request.destroy(), json(200, configMap('a', '2'))];
  await kube.apply(configMap('a', ''), { fieldManager: 'seatrial' });
  script = [json(503, 'away')];
  await expect(kube.create(configMap('a', ''))).rejects.toMatchObject({ status: 503 });
  script = [json(500, 'dial tcp 10.0.0.1:6443: connect: connection refused'), json(201, configMap('a', '3'))];
  await kube.create(configMap('a', ''));
  expect(asked).toHaveLength(8);
  script = [json(503, 'away'), (request) => request.destroy(), json(200, configMap('a', '4'))];
  await kube.mergePatch(ref, { data: {} }, { repeatable: true });
  script = [json(503, 'away')];
  await expect(kube.mergePatch(ref, { data: {} })).rejects.toMatchObject({ status: 503 });
  expect(asked).toHaveLength(12);
});

test('waits as long as a 429 asks for, and gives up when its patience ends before', async () => {
  script = [
    json(429, refusal(429, 'TooManyRequests', { retryAfterSeconds: 1 })),
    json(200, configMap('a', '1')),
  ];
  const begun = performance.now();
  await kube.get(ref);
  expect(performance.now() - begun).toBeGreaterThan(990);
  script = [json(429, refusal(429, 'TooManyRequests', { retryAfterSeconds: 60 }))];
  await expect(kube.get(ref)).rejects.toMatchObject({ status: 429 });
});

test('asks once more after a 401, since kubectl has renewed its credentials by then', async () => {
  script = [json(401, refusal(401, 'Unauthorized')), json(200, configMap('a', '1'))];
  await expect(kube.get(ref)).resolves.toBeDefined();
  script = [json(401, refusal(401, 'Unauthorized')), json(401, refusal(401, 'Unauthorized'))];
  await expect(kube.get(ref)).rejects.toMatchObject({ status: 401 });
});

test('a conflict is told with its fields and owners, and is never repeated', async () => {
  const causes = [
    { reason: 'FieldManagerConflict', message: 'conflict with "hpa"', field: '.spec.replicas' },
  ];
  script = [json(409, refusal(409, 'Conflict', { causes }))];
  const error = await kube
    .apply(configMap('a', ''), { fieldManager: 'seatrial' })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConflictError);
  expect(error).toMatchObject({ details: [{ field: '.spec.replicas' }] });
  expect(asked).toHaveLength(1);
});

const line = (type: string, object: unknown): string => `${JSON.stringify({ type, object })}\n`;
const stream =
  (...lines: string[]): Answer =>
  (_request, response) => {
    response.writeHead(200);
    response.end(lines.join(''));
  };
const listed = (version: string, ...items: KubeObject[]): Answer =>
  json(200, { metadata: { resourceVersion: version }, items });

/** The events of a watch until `count` of them have come. */
async function watched(count: number): Promise<string[]> {
  const controller = new AbortController();
  const told: WatchEvent[] = [];
  for await (const event of kube.watch('v1', 'ConfigMap', { namespace: 'shop' }, controller.signal)) {
    told.push(event);
    if (told.length === count) controller.abort();
  }
  return told.map(
    ({ type, object }) => `${type} ${object.metadata.name ?? ''}@${object.metadata.resourceVersion}`,
  );
}

test('a watch goes on where it was after a cut, also one within a line', async () => {
  script = [
    listed('5', configMap('a', '1')),
    stream(line('MODIFIED', configMap('a', '6')), line('ADDED', configMap('b', '7')).slice(0, 40)),
    stream(line('ADDED', configMap('b', '7'))),
  ];
  expect(await watched(4)).toEqual(['ADDED a@1', 'BOOKMARK @5', 'MODIFIED a@6', 'ADDED b@7']);
  expect(asked[1]).toContain('resourceVersion=5');
  expect(asked[2]).toContain('resourceVersion=6');
});

test('a connection that is torn is no error of the watch, whatever Node makes of it', async () => {
  const torn: Answer = (request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write(line('MODIFIED', configMap('a', '6')), () => request.socket.destroy());
  };
  script = [listed('5', configMap('a', '1')), torn, torn, stream(line('ADDED', configMap('b', '7')))];
  const told = await watched(5);
  expect(told).toEqual(['ADDED a@1', 'BOOKMARK @5', 'MODIFIED a@6', 'MODIFIED a@6', 'ADDED b@7']);
});

test('after 410 Gone it lists again and tells the differences, deletions and replacements too', async () => {
  script = [
    listed('5', configMap('a', '1'), configMap('b', '2'), configMap('same', '3')),
    stream(
      line('ERROR', { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' }),
    ),
    listed('9', configMap('b', '8', 'other-uid'), configMap('c', '7'), configMap('same', '3')),
    stream(),
  ];
  expect((await watched(9)).slice(4)).toEqual([
    'DELETED a@1',
    'DELETED b@2',
    'ADDED b@8',
    'ADDED c@7',
    'BOOKMARK @9',
  ]);
});

test('a watch that is not allowed ends with the refusal', async () => {
  script = [listed('5'), json(403, refusal(403, 'Forbidden'))];
  await expect(watched(5)).rejects.toBeInstanceOf(KubeError);
});

test('a full server says in a header how long to stay away', async () => {
  const full: Answer = (_request, response) =>
    response.writeHead(429, { 'Retry-After': '1' }).end('Too many requests');
  script = [full, json(200, configMap('a', '1'))];
  const begun = performance.now();
  await kube.get(ref);
  expect(performance.now() - begun).toBeGreaterThan(990);
});

const lines =
  (...events: readonly unknown[]): Answer =>
  (_request, response) => {
    response.writeHead(200);
    for (const event of events) response.write(`${JSON.stringify(event)}\n`);
  };
const added = (object: KubeObject) => ({ type: 'ADDED', object });
const end = (resourceVersion: string) => ({
  type: 'BOOKMARK',
  object: {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { resourceVersion, annotations: { 'k8s.io/initial-events-end': 'true' } },
  },
});

test('a newer server tells what there is in the watch itself, after 410 too', async () => {
  streaming = true;
  script = [
    lines(added(configMap('a', '1')), end('5'), { type: 'ERROR', object: refusal(410, 'Expired') }),
    lines(added(configMap('b', '8')), end('9'), { type: 'MODIFIED', object: configMap('b', '10') }),
  ];
  expect(await watched(6)).toEqual([
    'ADDED a@1',
    'BOOKMARK @5',
    'DELETED a@1',
    'ADDED b@8',
    'BOOKMARK @9',
    'MODIFIED b@10',
  ]);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain('sendInitialEvents=true&resourceVersionMatch=NotOlderThan');
});

test('one that does not want to is asked for a list, from then on', async () => {
  streaming = true;
  const list = { metadata: { resourceVersion: '5' }, items: [configMap('a', '1')] };
  const forbidden = {
    ...Object(refusal(422, 'Invalid')),
    message: 'sendInitialEvents is forbidden for watch',
  };
  script = [json(422, forbidden), json(200, list), lines(added(configMap('b', '6')))];
  expect(await watched(3)).toEqual(['ADDED a@1', 'BOOKMARK @5', 'ADDED b@6']);
  expect(asked.filter((one) => one.includes('sendInitialEvents'))).toHaveLength(1);
});
