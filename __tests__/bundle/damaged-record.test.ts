import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { entries } from '../../actions/main.ts';
import { requiredInputs } from '../support/required-inputs.ts';
import { forget, runStub } from '../support/run-action.ts';
import { wholeRecord } from '../support/whole-record.ts';

const actions = entries.filter((name) => !name.endsWith('-post'));
const { scan, ...unscanned } = wholeRecord;

test.each(actions)('%s: a damaged record is told by field and line, and stays as it is', async (action) => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-record-'));
  const record = join(folder, 'record.json');
  const text = `${JSON.stringify({ ...unscanned, scan: { ...scan, verdict: 'ok' } }, undefined, 2)}\n`;
  await writeFile(record, text);
  const result = await runStub(action, { ...requiredInputs[action], record });
  const line = text.slice(0, text.indexOf('"verdict": "ok"')).split('\n').length;
  expect(result.code).toBe(1);
  expect(result.stdout.match(/^::error.*$/gm)).toEqual([
    expect.stringMatching(new RegExp(`line=${line}.*damaged: \`scan.verdict\` is "ok", expected one of`)),
  ]);
  expect(result.stdout).toContain('Hand on the `record` output of an earlier Seatrial step');
  expect(result.stdout + result.stderr).not.toMatch(/has a bug|^\s+at .+:\d+:\d+\)?$/m);
  expect(await readFile(record, 'utf8')).toBe(text);
  await Promise.all([forget(result), rm(folder, { recursive: true })]);
});
