import { messageOf } from '../../../shared/errors/user-error.ts';
import { textAt } from '../json.ts';
import { type Series, seriesOf } from './series.ts';

export interface PrometheusAccess {
  readonly url: string;
  /** Sent with every request; holds the token, so it never goes into a log. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks one instant query. Throws an Error that tells what Prometheus said. */
export type Query = (promql: string, signal: AbortSignal) => Promise<Series[]>;

/** Milliseconds after which an answer would be of no use any more. */
const timeout = 5000;

/** The HTTP API of Prometheus (and of Thanos, Mimir, VictoriaMetrics, which speak it). */
export function openPrometheus({ url, headers }: PrometheusAccess): Query {
  const endpoint = `${url.replace(/\/+$/, '')}/api/v1/query`;
  return async (promql, signal) => {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: promql, timeout: '4s' }).toString(),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    }).catch((error: unknown) => {
      throw new Error(`no answer from Prometheus: ${reasonOf(error)}`, { cause: error });
    });
    const body = parsed(await answer.text());
    if (!answer.ok || body === undefined || textAt(body, 'status') !== 'success') {
      throw new Error(
        `Prometheus answered ${answer.status}${textAt(body, 'error') === '' ? '' : `: ${textAt(body, 'error')}`}`,
      );
    }
    return seriesOf(dataOf(body));
  };
}

function dataOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.cause !== undefined) return messageOf(error.cause) || error.message;
  return messageOf(error);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
