import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { entries } from '../../actions/main.ts';
import { requiredInputs } from '../support/required-inputs.ts';
import { forget, runStub } from '../support/run-action.ts';

const actions = entries.filter((name) => !name.endsWith('-post'));

function outputsOf(action: string): string[] {
  const manifest = parse(
    readFileSync(join(import.meta.dirname, '../../actions', action, 'action.yml'), 'utf8'),
  );
  return Object.keys(manifest.outputs);
}

test.each(actions)(
  '%s: an unknown value is one clear error, and every output is set all the same',
  async (action) => {
    const result = await runStub(action, { summary: 'maybe' });
    expect(result.code).toBe(1);
    expect(result.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(result.stdout).toContain('input "summary" is "maybe", expected true or false');
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    expect(Object.keys(result.outputs).sort()).toEqual(outputsOf(action).sort());
    await forget(result);
  },
);

test.each(actions)('%s: a record that is none is refused and stays as it is', async (action) => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-record-'));
  const record = join(folder, 'record.json');
  await writeFile(record, '{"name":"seatrial"}');
  const result = await runStub(action, { ...requiredInputs[action], record });
  expect(result.stdout.match(/^::error/gm)).toHaveLength(1);
  expect(result.code).toBe(1);
  expect(result.stdout).toContain('is no release record of version 1');
  expect(result.stdout).not.toContain('has a bug');
  expect(await readFile(record, 'utf8')).toBe('{"name":"seatrial"}');
  await Promise.all([forget(result), rm(folder, { recursive: true })]);
});
