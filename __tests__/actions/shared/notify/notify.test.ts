import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Message } from '../../../../actions/shared/notify/message.ts';
import { notify, readWebhooks } from '../../../../actions/shared/notify/notify.ts';
import { testContext } from '../../../support/context.ts';
import { startWebhook, type TestWebhook } from '../../../support/webhook.ts';

let context: Awaited<ReturnType<typeof testContext<string>>>;
const open: TestWebhook[] = [];
beforeEach(async () => {
  context = await testContext<string>();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await rm(context.temp, { recursive: true, force: true });
});

const evil = '<!channel> <@U1> [x](http://e) @all **b** ![i](http://e) "\n::set-env name=A::b';
const message: Message = {
  title: `Scan blocks ${'x'.repeat(300)}`,
  lines: [evil, 'y'.repeat(4000)],
  link: { text: 'Open the run', url: 'https://github.com/acme/app/actions/runs/1' },
  data: { scan: { verdict: 'findings' } },
};

async function told(
  format: string,
  { status = 200, answer = '', secret = '', what = message } = {},
): Promise<{ hook: TestWebhook; said: string }> {
  const hook = await startWebhook(status, answer);
  open.push(hook);
  const secrets = new Map(secret === '' ? [] : [[format, secret]]);
  const webhooks = await readWebhooks(new Map([[format, hook.url]]), secrets, context);
  await notify(what, webhooks, context);
  return {
    hook,
    said: JSON.stringify([context.lines, context.report.annotations, context.report.summaries]),
  };
}

const text = (tag: string, key: string, longest: number): object => ({
  type: 'object',
  required: [key, tag === 'type' ? 'text' : 'content'],
  properties: {
    [key]: { const: 'plain_text' },
    [tag === 'type' ? 'text' : 'content']: { type: 'string', minLength: 1, maxLength: longest },
    emoji: { type: 'boolean' },
  },
  additionalProperties: false,
});

/** The shapes as each chat documents them, with its limits. */
const shapes: Readonly<Record<string, object>> = {
  slack: {
    type: 'object',
    required: ['text', 'blocks'],
    additionalProperties: false,
    properties: {
      text: { type: 'string', maxLength: 40_000 },
      blocks: {
        type: 'array',
        maxItems: 50,
        items: {
          oneOf: [
            {
              properties: { type: { const: 'header' }, text: text('type', 'type', 150) },
              required: ['text'],
              additionalProperties: false,
            },
            {
              properties: { type: { const: 'section' }, text: text('type', 'type', 3000) },
              required: ['text'],
              additionalProperties: false,
            },
            {
              properties: {
                type: { const: 'actions' },
                elements: {
                  type: 'array',
                  maxItems: 25,
                  items: {
                    required: ['type', 'text'],
                    additionalProperties: false,
                    properties: {
                      type: { const: 'button' },
                      text: text('type', 'type', 75),
                      url: { maxLength: 3000 },
                    },
                  },
                },
              },
              required: ['elements'],
              additionalProperties: false,
            },
          ],
        },
      },
    },
  },
  feishu: {
    type: 'object',
    required: ['msg_type', 'card'],
    additionalProperties: false,
    properties: {
      timestamp: { type: 'string', pattern: '^\\d{10}$' },
      sign: { type: 'string' },
      msg_type: { const: 'interactive' },
      card: {
        type: 'object',
        required: ['header', 'elements'],
        additionalProperties: false,
        properties: {
          config: { type: 'object' },
          header: {
            required: ['title', 'template'],
            properties: { title: text('tag', 'tag', 1000), template: { enum: ['red'] } },
          },
          elements: {
            type: 'array',
            items: {
              oneOf: [
                {
                  properties: { tag: { const: 'div' }, text: text('tag', 'tag', 10_000) },
                  required: ['text'],
                },
                {
                  properties: { tag: { const: 'action' }, actions: { type: 'array', minItems: 1 } },
                  required: ['actions'],
                },
              ],
            },
          },
        },
      },
    },
  },
  dingtalk: {
    type: 'object',
    required: ['msgtype', 'markdown', 'at'],
    additionalProperties: false,
    properties: {
      msgtype: { const: 'markdown' },
      markdown: {
        required: ['title', 'text'],
        properties: { title: { type: 'string', minLength: 1 }, text: { type: 'string', maxLength: 5000 } },
        additionalProperties: false,
      },
      at: { const: { isAtAll: false } },
    },
  },
};

test.each([
  ['slack', 'ok'],
  ['feishu', '{"code":0,"msg":"success","data":{}}'],
  ['feishu', '{"StatusCode":0,"StatusMessage":"success"}'],
  ['dingtalk', '{"errcode":0,"errmsg":"ok"}'],
])('%s gets the shape it documents, in which nothing others wrote comes to life', async (format, answer) => {
  const { hook, said } = await told(format, { answer });
  expect(said).toContain(`${format} was told.`);
  expect(said).not.toContain('"warning"');
  const [received] = hook.received;
  expect(received?.type).toMatch(/^application\/json/);
  const ajv = new Ajv({ strict: false, allErrors: true });
  const valid = ajv.validate(shapes[format] ?? false, received?.body);
  expect(ajv.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  const body = JSON.stringify(received?.body);
  expect(Buffer.byteLength(body)).toBeLessThan(20_000);
  expect(body).not.toContain('\\n::set-env');
  if (format === 'dingtalk') expect(body).not.toMatch(/@all|!\[|<!channel|\[x\]\(/);
  if (format !== 'dingtalk') expect(body).not.toMatch(/mrkdwn|lark_md/);
});

test('plain JSON has the facts as they are', async () => {
  const { hook } = await told('json');
  expect(hook.received[0]?.body).toMatchObject({
    title: message.title,
    url: message.link?.url,
    scan: { verdict: 'findings' },
  });
});

test('feishu and dingtalk are signed as they document it', async () => {
  const secret = 'SEC-very-secret';
  const feishu = (await told('feishu', { secret, answer: '{"code":0}' })).hook.received[0];
  const seconds = String(context.now() / 1000);
  expect(feishu?.body).toMatchObject({
    timestamp: seconds,
    sign: createHmac('sha256', `${seconds}\n${secret}`).digest('base64'),
  });
  const dingtalk = (await told('dingtalk', { secret, answer: '{"errcode":0}' })).hook.received[0];
  expect(dingtalk?.url.searchParams.get('access_token')).toBe('t0ken-value');
  expect(dingtalk?.url.searchParams.get('timestamp')).toBe(String(context.now()));
  expect(dingtalk?.url.searchParams.get('sign')).toBe(
    createHmac('sha256', secret).update(`${context.now()}\n${secret}`).digest('base64'),
  );
});

test.each([
  ['slack', 404, 'no_service', /status 404, no_service/],
  ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', /19021 sign match fail/],
  ['dingtalk', 200, '{"errcode":310000,"errmsg":"keywords not in content, URL"}', /310000/],
  ['dingtalk', 200, '<html>', /without a result/],
])('%s answering %i %s is a warning that names no secret', async (format, status, answer, reason) => {
  const { hook, said } = await told(format, { status, answer, secret: 'SEC-very-secret' });
  expect(hook.received).toHaveLength(1);
  expect(said).toMatch(reason);
  expect(said).not.toMatch(/s3cr3t-token|t0ken-value|SEC-very-secret/);
  expect(context.masked).toEqual(expect.arrayContaining([hook.url, 'SEC-very-secret']));
  expect(context.report.failure).toBeUndefined();
});

test('a chat that is not there is a warning too', async () => {
  const hook = await startWebhook(200, '');
  await hook.close();
  await notify(message, await readWebhooks(new Map([['slack', hook.url]]), new Map(), context), context);
  expect(context.report.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('ECONNREFUSED') },
  ]);
  expect(JSON.stringify(context.report.annotations)).not.toContain('s3cr3t-token');
});

test('what is no webhook is refused without showing it; an empty one is left out', async () => {
  const read = (given: Record<string, string>) =>
    readWebhooks(new Map(Object.entries(given)), new Map(), context);
  await expect(read({ teams: 'https://x' })).rejects.toThrow('"teams" is none of slack');
  await expect(read({ slack: 'not-an-url-t0ken' })).rejects.toThrow(/no https URL \(it is a secret/);
  await expect(read({ slack: 'http://example.com/t0ken' })).rejects.not.toThrow('t0ken');
  expect(await read({ slack: '' })).toEqual([]);
  expect(context.lines.join()).toContain('slack is not told: its URL is empty');
});
