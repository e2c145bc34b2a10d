import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { pullRequestNumber } from '../../../../actions/shared/record/source.ts';
import { readRecord, recordPath, writeRecord } from '../../../../actions/shared/record/store.ts';

let temp: string;
const env = {
  GITHUB_REPOSITORY: 'acme/checkout',
  GITHUB_SHA: 'c0ffee',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_RUN_ID: '7',
};
const quality = {
  verdict: 'pass',
  tests: { passed: 3, failed: 0, skipped: 0 },
  coverage: 91,
  minimumCoverage: 80,
} as const;

beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'seatrial-record-'));
});

afterEach(() => rm(temp, { recursive: true, force: true }));

test('a record begins with the commit of the job and grows by sections', async () => {
  const path = recordPath(undefined, temp);
  await writeRecord(path, env, { quality });
  await writeRecord(path, env, {
    incidents: [{ title: 't', at: '2026-01-01T00:00:00Z', environment: 'production' }],
  });
  const record = await readRecord(path, env);
  expect(record.source.commit).toBe('c0ffee');
  expect(record.quality).toEqual(quality);
  expect(record.incidents).toHaveLength(1);
  expect(await readdir(join(temp, 'seatrial'))).toEqual(['release-record.json']);
});

test('what is written fits the published schema', async () => {
  const path = recordPath(undefined, temp);
  await writeRecord(path, env, { quality });
  const schema = JSON.parse(
    await readFile(join(import.meta.dirname, '../../../../schema/release-record.v1.json'), 'utf8'),
  );
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect([validate(JSON.parse(await readFile(path, 'utf8'))), validate.errors]).toEqual([true, null]);
  expect(validate({ version: 2, source: {} })).toBe(false);
});

test('a record of another commit is refused: what it proves is proven of other code', async () => {
  const path = recordPath(undefined, temp);
  await writeRecord(path, env, { quality });
  await expect(readRecord(path, { GITHUB_SHA: 'another' })).rejects.toThrow('of another commit, c0ffee');
});

test('a folder in place of the record is one clear error', async () => {
  await expect(readRecord(temp, env)).rejects.toThrow("can't be read");
});

test.each(['{}', '[]', '{"version":2,"source":{"commit":"a"}}'])(
  '%s is refused as a record',
  async (text) => {
    const path = join(temp, 'record.json');
    await writeFile(path, text);
    await expect(readRecord(path, env)).rejects.toThrow('is no release record of version 1');
    expect(await readFile(path, 'utf8')).toBe(text);
  },
);

test.each([
  [{ pull_request: { number: 4 } }, 4],
  [{ head_commit: { message: 'Faster payments (#12)\n\nbody (#99)' } }, 12],
  [{ head_commit: { message: 'Merge pull request #31 from acme/faster' } }, 31],
  [{ head_commit: { message: 'See (#12) for more' } }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('the pull request of %j is %p', (event, number) => {
  expect(pullRequestNumber(event)).toBe(number);
});
