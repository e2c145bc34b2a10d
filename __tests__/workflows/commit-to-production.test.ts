import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { field, listOf, objectOf, textOf } from '../../actions/shared/json/json.ts';
import { root } from '../../scripts/run.ts';

/** The steps of the workflow that compile Go, by their names. */
async function goSteps(): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const path = join(root, '.github', 'workflows', 'commit-to-production.yml');
  const jobs = objectOf(field(parse(await readFile(path, 'utf8')), 'jobs'));
  const steps = Object.values(jobs).flatMap((job) => listOf(field(job, 'steps')));
  const compiling = steps.filter((step) =>
    /\/(?:quality-gate|go-static-build)$/.test(textOf(field(step, 'uses')) ?? ''),
  );
  return new Map(
    compiling.map((step) => [textOf(field(step, 'name')) ?? '', objectOf(field(step, 'with'))] as const),
  );
}

test('whatever compiles Go compiles it under the same settings', async () => {
  const steps = await goSteps();
  expect([...steps.keys()]).toEqual(['Test', 'Build', 'Check the integration']);
  for (const [, given] of steps) {
    expect(given).toMatchObject({
      'working-directory': '${{ inputs.working-directory }}',
      env: '${{ inputs.go-env }}',
      cgo: '${{ inputs.cgo }}',
    });
    expect(String(given['tags']).split('\n')).toContain('${{ inputs.go-tags }}');
  }
});
