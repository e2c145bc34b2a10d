import { request } from 'node:https';
import { lineSplitter } from './exec.ts';
import { get } from './http.ts';
import { parseJson } from './json.ts';

/** How to reach the API server, and as whom. */
export interface ClusterAccess {
  readonly server: string;
  readonly ca: string;
  readonly token: string;
}

const headers = (access: ClusterAccess): Record<string, string> => ({
  Authorization: `Bearer ${access.token}`,
});

/** GETs one path as JSON; undefined when it doesn't exist (yet). */
export async function readCluster(access: ClusterAccess, path: string, timeoutMs = 30_000): Promise<unknown> {
  const trusted = { ca: access.ca, headers: headers(access) };
  const answer = await get(access.server + path, { ...trusted, timeoutMs });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200)
    throw new Error(`GET ${path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  return parseJson(answer.body, path);
}

/** Hands every event of a watch to `onEvent`; resolves when the server ends the watch, rejects when it breaks or `onEvent` throws. */
export function watchCluster(
  access: ClusterAccess,
  path: string,
  onEvent: (event: unknown) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { ca: access.ca, headers: headers(access), agent: false };
    const sent = request(access.server + path, options, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        reject(new Error(`watching ${path} answered ${response.statusCode ?? 0}`));
        return;
      }
      const split = lineSplitter((line) => {
        try {
          onEvent(parseJson(line, path));
        } catch (error) {
          sent.destroy();
          reject(error);
        }
      });
      response.setEncoding('utf8').on('data', split);
      response.on('end', () => resolve());
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
