import type { Context } from '../action/context.ts';
import { messageOf, UserError } from '../errors/user-error.ts';
import { parsed } from '../json/json.ts';
import { oneLine } from '../markdown/untrusted.ts';
import type { Send } from '../registry/http.ts';
import { isLoopback } from '../registry/loopback.ts';
import { formats } from './formats.ts';
import type { Message } from './message.ts';

/** How long a chat may take; a release does not wait for it longer. */
const patienceMs = 10_000;

/** A webhook to tell. */
export interface Webhook {
  /** A key of `formats`. */
  readonly format: string;
  readonly url: URL;
  readonly secret: string | undefined;
}

type Effects = Pick<Context<string>, 'env' | 'log' | 'mask' | 'now' | 'report'>;

/**
 * Reads what the caller gave: URLs and secrets by format. Their values are masked first and never repeated.
 *
 * An empty URL, as of a secret that a fork does not get, is left out with a line. Throws a UserError for anything that
 * can't be a webhook.
 */
export async function readWebhooks(
  urls: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, string>,
  { mask, log }: Pick<Effects, 'mask' | 'log'>,
): Promise<readonly Webhook[]> {
  for (const value of [...urls.values(), ...secrets.values()]) await mask(value);
  const known = Object.keys(formats);
  const strange = [...urls.keys(), ...secrets.keys()].find((name) => !known.includes(name));
  if (strange !== undefined) throw refused(`"${oneLine(strange)}" is none of ${known.join(', ')}`);
  const webhooks: Webhook[] = [];
  for (const [format, text] of urls) {
    if (text === '')
      log.info(`${format} is not told: its URL is empty, as secrets are for pull requests of forks.`);
    else webhooks.push({ format, url: urlOf(format, text), secret: secrets.get(format) || undefined });
  }
  return webhooks;
}

function urlOf(format: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (url?.protocol === 'https:' || (url !== undefined && plain)) return url;
  throw refused(`the value of \`${format}\` is no https URL (it is a secret and not shown)`);
}

function refused(what: string): UserError {
  return new UserError(`input "notify": ${what}`, {
    fix: 'Write one line for each chat, such as `slack=${{ secrets.SLACK_WEBHOOK }}`.',
  });
}

/** Tells every webhook. One that fails is a warning: a chat that is down must not hide what it was to tell. */
export async function notify(
  message: Message,
  webhooks: readonly Webhook[],
  effects: Effects,
): Promise<void> {
  if (webhooks.length === 0) return;
  // Loaded only where there is somebody to tell: it costs as much as the rest of the start.
  const { openHttp } = await import('../registry/http.ts');
  const { send, close } = openHttp(effects.env);
  try {
    await Promise.all(webhooks.map((webhook) => tell(message, webhook, send, effects)));
  } finally {
    close();
  }
}

async function tell(message: Message, webhook: Webhook, send: Send, effects: Effects): Promise<void> {
  const reason = await problemOf(message, webhook, send, effects.now()).catch(messageOf);
  if (reason === undefined) return effects.log.info(`${webhook.format} was told.`);
  effects.report.annotate({
    level: 'warning',
    title: `${webhook.format} was not told`,
    message: `The webhook at ${webhook.url.host} did not take the message: ${withoutSecrets(reason, webhook)}`,
  });
}

async function problemOf(
  message: Message,
  { format, url, secret }: Webhook,
  send: Send,
  now: number,
): Promise<string | undefined> {
  const how = formats[format];
  if (how === undefined) return 'there is no such format';
  const post = how.post(message, url, secret, now);
  const bytes = Buffer.from(JSON.stringify(post.body));
  const { status, body } = await send({
    method: 'POST',
    url: post.url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: { size: bytes.length, open: () => bytes },
    signal: AbortSignal.timeout(patienceMs),
  });
  const answer = body.toString('utf8', 0, 1000);
  if (status < 200 || status > 299) return `status ${status}, ${oneLine(answer).slice(0, 200)}`;
  return how.refusal(parsed(answer));
}

/** An answer may repeat the request. */
function withoutSecrets(text: string, { url, secret }: Webhook): string {
  const parts = [
    url.href,
    `${url.pathname}${url.search}`,
    url.pathname,
    ...url.searchParams.values(),
    secret ?? '',
  ];
  return parts
    .filter((part) => part.length > 3)
    .reduce((left, part) => left.replaceAll(part, '***'), oneLine(text));
}
