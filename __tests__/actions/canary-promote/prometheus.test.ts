import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { openPrometheus } from '../../../actions/canary-promote/src/metrics/prometheus.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

type Answer = (request: IncomingMessage, body: string) => { status: number; body: string; location?: string };

async function serving(answer: Answer): Promise<string> {
  const server = createServer(async (request, response) => {
    const { status, body, location } = answer(request, await text(request));
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const { signal } = new AbortController();
const success = JSON.stringify({
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: { a: 'b' }, value: [1.5, '7'] }] },
});

test('a query goes in the body, below the path that is given, with the headers that open the door', async () => {
  const seen: unknown[] = [];
  const url = await serving(({ url: path, method, headers }, body) => {
    seen.push({ path, method, query: new URLSearchParams(body).get('query') });
    const open = headers.authorization === 'Bearer secret' && headers['x-scope-orgid'] === 'shop';
    return open ? { status: 200, body: success } : { status: 401, body: 'no' };
  });
  const headers = { authorization: 'Bearer secret', 'x-scope-orgid': 'shop' };
  const query = openPrometheus({ url: `${url}/prometheus/`, headers });
  expect(await query('up{a="b"}', signal)).toEqual([{ labels: { a: 'b' }, samples: [[1.5, 7]] }]);
  expect(seen).toEqual([{ path: '/prometheus/api/v1/query', method: 'POST', query: 'up{a="b"}' }]);
  await expect(openPrometheus({ url, headers: {} })('up', signal)).rejects.toThrow('Prometheus answered 401');
});

test('what Prometheus says is wrong with a query is told', async () => {
  const url = await serving(() => ({
    status: 400,
    body: '{"status":"error","error":"parse error at char 3"}',
  }));
  await expect(openPrometheus({ url, headers: {} })('up{', signal)).rejects.toThrow(
    'Prometheus answered 400: parse error at char 3',
  );
});

test('a secret is not carried to where an answer points', async () => {
  let asked = 0;
  const other = await serving(() => {
    asked += 1;
    return { status: 200, body: success };
  });
  const url = await serving(() => ({ status: 307, body: '', location: `${other}/api/v1/query` }));
  await expect(openPrometheus({ url, headers: { authorization: 'x' } })('up', signal)).rejects.toThrow(
    'no answer from Prometheus',
  );
  expect(asked).toBe(0);
});
