import { Agent, request } from 'node:http';

/** Answers so far, by version and status (`v1 200`), with requests that got no answer as `none`. */
export type Answers = ReadonlyMap<string, number>;

export interface Traffic {
  readonly answers: Answers;
  /** Milliseconds since the epoch of the first answer with a status from 500 on, if there was one. */
  readonly firstFailure: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/**
 * Sends `rate` requests a second through the gateway until it is stopped. A Service without a gateway shares connections
 * out, not requests: there, each has to have its own.
 */
export function traffic(gateway: string, host: string, rate: number, keepAlive = true): Traffic {
  const answers = new Map<string, number>();
  const agent = new Agent({ keepAlive, maxSockets: 64 });
  const pending = new Set<Promise<void>>();
  let firstFailure: number | undefined;
  const count = (answer: string): void => {
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    if (/ 5\d\d$|^none/.test(answer)) firstFailure ??= Date.now();
  };
  const timer = setInterval(() => {
    const one = ask(gateway, host, agent).then(count);
    pending.add(one);
    void one.finally(() => pending.delete(one));
  }, 1000 / rate);
  return {
    answers,
    firstFailure: () => firstFailure,
    stop: async () => {
      clearInterval(timer);
      await Promise.all(pending);
      agent.destroy();
    },
  };
}

function ask(gateway: string, host: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(gateway, { agent, headers: { host }, timeout: 10_000 }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve(`${body.slice(0, 40)} ${response.statusCode ?? 0}`));
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', (error) => resolve(`none: ${error.message}`));
    sent.end();
  });
}
