import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { isObject, textAt } from '../json.ts';
import { ApiDescription, type Operation } from './description.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly template: string;
  readonly body: unknown;
  /** What GitHub would have refused; empty for a call that it would take. */
  readonly problems: readonly string[];
}

export interface GitHubStandIn {
  readonly url: string;
  /** Every call so far, also those that were refused. */
  readonly calls: readonly Call[];
  readonly close: () => Promise<void>;
}

/** The state of the repository that the stand-in plays. */
export interface Repository {
  /** Pull request by the commit that it brought in. */
  readonly pullRequestOf: (commit: string) => { number: number; title: string; url: string } | undefined;
}

/**
 * Plays GitHub's API on loopback. It knows every call that the published OpenAPI description knows and refuses, like
 * GitHub, an unknown path (404) and a body or query that does not fit (422), so that no test agrees with a call that
 * GitHub would not take. Answers are the description's own examples with the repository's facts put in.
 */
export async function startGitHub(repository: Repository): Promise<GitHubStandIn> {
  const description = await ApiDescription.load();
  const calls: Call[] = [];
  const comments = new Map<string, JsonList>();
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(JSON.stringify({ message: String(error) })),
    );
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const body = await readJson(request);
    const operation = description.find(method, url.pathname);
    const problems = operation?.problems(url.searchParams, body) ?? [
      `GitHub has no ${method} ${url.pathname}`,
    ];
    calls.push({ method, path: url.pathname, template: operation?.path ?? '', body, problems });
    if (request.headers.authorization === undefined)
      return { status: 401, body: { message: 'Requires authentication' } };
    if (operation === undefined) return { status: 404, body: { message: 'Not Found' } };
    if (problems.length > 0) return { status: 422, body: { message: problems.join('; ') } };
    return play(method, operation, body, repository, comments);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

type JsonList = unknown[];

function play(
  method: string,
  operation: Operation,
  body: unknown,
  repository: Repository,
  comments: Map<string, JsonList>,
): { status: number; body: unknown } {
  const { path, parameters } = operation;
  if (path === '/repos/{owner}/{repo}/commits/{commit_sha}/pulls') {
    const pull = repository.pullRequestOf(parameters['commit_sha'] ?? '');
    const example = first(operation.example('200'));
    const facts = {
      number: pull?.number,
      title: pull?.title,
      html_url: pull?.url,
      merged_at: '2026-01-01T00:00:00Z',
    };
    return { status: 200, body: pull === undefined ? [] : [{ ...example, ...facts }] };
  }
  if (path === '/repos/{owner}/{repo}/issues/{issue_number}/comments') {
    const key = parameters['issue_number'] ?? '';
    const known = comments.get(key) ?? [];
    if (method === 'GET') return { status: 200, body: known };
    const id = known.length + 1;
    const url = `https://github.com/${parameters['owner']}/${parameters['repo']}/pull/${key}#issuecomment-${id}`;
    const created = { ...first(operation.example('201')), id, html_url: url, body: textAt(body, 'body') };
    comments.set(key, [...known, created]);
    return { status: 201, body: created };
  }
  if (path === '/repos/{owner}/{repo}/deployments' && method === 'POST') {
    return {
      status: 201,
      body: { id: 42, ref: textAt(body, 'ref'), environment: textAt(body, 'environment') },
    };
  }
  return {
    status: method === 'POST' ? 201 : 200,
    body: operation.example('200') ?? operation.example('201') ?? {},
  };
}

function first(example: unknown): Readonly<Record<string, unknown>> {
  const value: unknown = Array.isArray(example) ? example[0] : example;
  return isObject(value) ? value : {};
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}
