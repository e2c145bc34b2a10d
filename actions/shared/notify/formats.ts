import { createHmac } from 'node:crypto';
import { oneLine } from '../markdown/untrusted.ts';
import type { Message } from './message.ts';

/** One request to a webhook. */
export interface Post {
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How a chat wants a message, and how it says that it took it. */
export interface Format {
  /** `secret` signs the request, where the chat was set up to ask for that; `now` in milliseconds. */
  readonly post: (message: Message, url: URL, secret: string | undefined, now: number) => Post;
  /** Why the chat did not take it; several say so with status 200. */
  readonly refusal: (answer: unknown) => string | undefined;
}

/** A text of a chat ends here, with a mark: chats refuse a message whose parts are too long. */
function clipped(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** Slack: Block Kit. A header takes 150 characters of plain text, a section 3000; `&`, `<` and `>` are its markup. */
const slack: Format = {
  post: ({ title, lines, link }, url) => {
    const text = lines.map((line) => oneLine(line)).join('\n');
    const plain = (content: string): object => ({ type: 'plain_text', text: content, emoji: false });
    return {
      url,
      body: {
        text: escapeSlack(clipped(oneLine(title), 150)),
        blocks: [
          { type: 'header', text: plain(clipped(oneLine(title), 150)) },
          ...(text === '' ? [] : [{ type: 'section', text: plain(clipped(text, 3000)) }]),
          ...(link === undefined
            ? []
            : [{ type: 'actions', elements: [{ type: 'button', text: plain(link.text), url: link.url }] }]),
        ],
      },
    };
  },
  // Slack answers with the status alone, and the text `ok` or the reason.
  refusal: () => undefined,
};

function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Feishu and Lark: an interactive card of plain text; the signature is keyed by time (seconds) and secret. */
const feishu: Format = {
  post: ({ title, lines, link }, url, secret, now) => {
    const plain = (content: string): object => ({ tag: 'plain_text', content });
    const timestamp = String(Math.floor(now / 1000));
    return {
      url,
      body: {
        ...(secret === undefined
          ? {}
          : { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }),
        msg_type: 'interactive',
        card: {
          config: { wide_screen_mode: true },
          header: { title: plain(clipped(oneLine(title), 200)), template: 'red' },
          elements: [
            { tag: 'div', text: plain(clipped(lines.map((line) => oneLine(line)).join('\n'), 4000)) },
            ...(link === undefined
              ? []
              : [
                  {
                    tag: 'action',
                    actions: [{ tag: 'button', text: plain(link.text), url: link.url, type: 'default' }],
                  },
                ]),
          ],
        },
      },
    };
  },
  refusal: (answer) => refusalBy(answer, ['code', 'StatusCode'], ['msg', 'StatusMessage']),
};

/** DingTalk: Markdown; time (milliseconds) and signature stand in the query. */
const dingtalk: Format = {
  post: ({ title, lines, link }, url, secret, now) => {
    const signed = new URL(url);
    if (secret !== undefined) {
      signed.searchParams.set('timestamp', String(now));
      const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
      signed.searchParams.set('sign', sign);
    }
    const text = [
      `#### ${plainDingTalk(title)}`,
      ...lines.map((line) => `- ${plainDingTalk(line)}`),
      ...(link === undefined ? [] : [`\n[${plainDingTalk(link.text)}](${link.url})`]),
    ].join('\n');
    return {
      url: signed,
      body: {
        msgtype: 'markdown',
        markdown: { title: clipped(plainDingTalk(title), 100), text: clipped(text, 5000) },
        at: { isAtAll: false },
      },
    };
  },
  refusal: (answer) => refusalBy(answer, ['errcode'], ['errmsg']),
};

/** DingTalk has no escapes: signs of Markdown give way to look-alikes that mean nothing. */
function plainDingTalk(text: string): string {
  const instead: Readonly<Record<string, string>> = {
    '[': '［',
    ']': '］',
    '<': '＜',
    '>': '＞',
    '*': '＊',
    '`': '＇',
    '#': '＃',
    '!': '！',
    '@': '＠',
    '|': '｜',
  };
  return oneLine(text).replaceAll(/[[\]<>*`#!@|]/g, (sign) => instead[sign] ?? sign);
}

/** Plain JSON: title, lines, link and the data; for everything else that takes a webhook. */
const json: Format = {
  post: ({ title, lines, link, data }, url) => ({
    url,
    body: { title, lines, ...(link === undefined ? {} : { url: link.url }), ...data },
  }),
  refusal: () => undefined,
};

export const formats: Readonly<Record<string, Format>> = { slack, feishu, dingtalk, json };

function refusalBy(answer: unknown, codes: readonly string[], texts: readonly string[]): string | undefined {
  const of = (key: string): unknown =>
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined;
  const code = codes.map(of).find((value) => value !== undefined);
  if (code === 0) return undefined;
  const text = texts.map(of).find((value) => typeof value === 'string');
  return code === undefined ? 'an answer without a result' : `${String(code)} ${String(text ?? '')}`.trim();
}
