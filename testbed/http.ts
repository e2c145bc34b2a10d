import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface HttpOptions {
  /** The authority that signed the server's certificate; without it any certificate is taken (readiness checks only). */
  readonly ca?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Milliseconds for an answer to a question that is asked again. */
export const PROBE_MS = 2_000;

/** GETs a url of the bed. Rejects when there is no answer. */
export function get(url: string, options: HttpOptions = {}): Promise<Answer> {
  const request = url.startsWith('https:') ? secure : plain;
  return new Promise((resolve, reject) => {
    const trust = options.ca === undefined ? { rejectUnauthorized: false } : { ca: options.ca };
    const sent = request(url, { ...trust, headers: options.headers ?? {}, agent: false }, (response) => {
      const parts: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (text: string) => parts.push(text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parts.join('') }));
      response.on('error', reject);
    });
    sent.setTimeout(options.timeoutMs ?? PROBE_MS, () => sent.destroy(new Error(`${url} does not answer`)));
    sent.on('error', reject);
    sent.end();
  });
}

/** Whether a url answers 200. */
export async function answers(url: string): Promise<boolean> {
  return (await get(url)).status === 200;
}
