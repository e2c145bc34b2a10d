import { Agent, type IncomingMessage, request } from 'node:http';

/** How the answers of one version came out. */
export interface Tally {
  requests: number;
  ok: number;
  /** Failures that the service says it made on purpose. */
  injected: number;
  /** Every other failure: what a rollout must not cause. */
  lost: number;
}

export interface LoadOptions {
  readonly url: string;
  readonly host: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
  /** Requests per second. */
  readonly rate: number;
}

/** No request may hang longer: the gateway answers or the request counts as lost. */
const patienceMs = 5_000;
const tickMs = 20;

/**
 * Steady traffic, open loop: requests start at their time whether or not earlier ones were answered, as those of many
 * users do. It goes to a loopback address only and ends with `stop`.
 */
export class Load {
  /** By version, as the service names itself in `X-Checkout-Version`. */
  readonly tallies = new Map<string, Tally>();
  /** The first requests that were lost, for the report. */
  readonly lost: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly options: LoadOptions;
  private timer: NodeJS.Timeout | undefined;
  private began = 0;
  private sent = 0;
  private open = 0;

  constructor(options: LoadOptions) {
    const { hostname } = new URL(options.url);
    if (hostname !== '127.0.0.1' && hostname !== 'localhost')
      throw new Error(`load goes to loopback only, not ${hostname}`);
    this.options = options;
  }

  start(): void {
    this.began = Date.now();
    this.timer = setInterval(() => this.tick(), tickMs);
  }

  /** Ends the traffic and waits for the answers that are still out. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    const until = Date.now() + patienceMs;
    while (this.open > 0 && Date.now() < until) await new Promise((resolve) => setImmediate(resolve));
    this.agent.destroy();
  }

  /** All versions together. */
  total(): Tally {
    const sum: Tally = { requests: 0, ok: 0, injected: 0, lost: 0 };
    for (const tally of this.tallies.values()) {
      sum.requests += tally.requests;
      sum.ok += tally.ok;
      sum.injected += tally.injected;
      sum.lost += tally.lost;
    }
    return sum;
  }

  private tick(): void {
    const due = Math.floor(((Date.now() - this.began) * this.options.rate) / 1000);
    for (; this.sent < due; this.sent += 1) this.send();
  }

  private send(): void {
    const { url, method, path, host, body } = this.options;
    this.open += 1;
    const call = request(new URL(path, url), {
      method,
      agent: this.agent,
      timeout: patienceMs,
      headers: { host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    call.on('response', (response) => this.answered(response));
    call.on('timeout', () => call.destroy(new Error(`no answer in ${patienceMs} ms`)));
    call.on('error', (error) => this.note('none', 'lost', error.message));
    call.on('close', () => {
      this.open -= 1;
    });
    call.end(body);
  }

  private answered(response: IncomingMessage): void {
    const version = String(response.headers['x-checkout-version'] ?? 'none');
    const status = response.statusCode ?? 0;
    response.resume();
    if (status < 500) this.note(version, 'ok', '');
    else if (response.headers['x-fault'] === 'injected') this.note(version, 'injected', '');
    else this.note(version, 'lost', `status ${status}`);
  }

  private note(version: string, how: 'ok' | 'injected' | 'lost', why: string): void {
    const tally = this.tallies.get(version) ?? { requests: 0, ok: 0, injected: 0, lost: 0 };
    tally.requests += 1;
    tally[how] += 1;
    this.tallies.set(version, tally);
    if (how === 'lost' && this.lost.length < 20)
      this.lost.push(`${new Date().toISOString()} ${version}: ${why}`);
  }
}
