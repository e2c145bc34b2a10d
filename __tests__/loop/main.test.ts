import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { root, run } from '../../scripts/run.ts';
import { status, up } from '../../testbed/bed.ts';

test(
  'npm start: a good commit is promoted, a bad one is rolled back by itself, and no request is lost',
  async () => {
    const loop = await run(process.execPath, ['testbed/loop/cli.ts', '--keep', '--yes'], { echo: true });
    expect(loop.output).toContain('every commit ended as it should, and no request was lost');
    expect(loop.code).toBe(0);

    const folder = join(dirname((await up()).home), 'loop');
    const record = async (name: string): Promise<unknown> =>
      JSON.parse(
        await readFile(
          join(folder, name, 'artifacts', 'checkout-release-record', 'release-record.json'),
          'utf8',
        ),
      );
    const [good, bad] = [await record('good'), await record('bad')];
    expect(good).toMatchObject({
      quality: { verdict: 'pass' },
      scan: { verdict: 'clean' },
      canary: { verdict: 'promoted' },
    });
    expect(bad).toMatchObject({
      source: { pullRequest: { number: 12 } },
      canary: { verdict: 'rolled-back' },
      incidents: [{ pullRequest: 12 }],
    });

    const schema = JSON.parse(await readFile(join(root, 'schema', 'release-record.v1.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const each of [good, bad]) expect([validate(each), validate.errors]).toEqual([true, null]);
  },
  40 * 60_000,
);

/** The whole loop on a cluster that it is told of: here the bed's own pieces, given from outside. */
const everything = process.env['SEATRIAL_TEST_ALL'] === '1';
if (everything) {
  test(
    'npm start on a given cluster: the same ends, and what was given is left running',
    async () => {
      const bed = await up();
      const given = [
        ['--kubeconfig', bed.kubeconfig],
        ['--registry', bed.registry],
        ['--gateway', bed.gatewayUrl],
        ['--prometheus', bed.prometheusUrl],
      ].flat();
      const env = {
        ...process.env,
        BUILDKIT_HOST: bed.buildkitHost,
        TRIVY_DB_REPOSITORY: bed.trivy.dbRepository,
        GO_IMAGE: bed.baseImages.golang,
        BASE_IMAGE: bed.baseImages.static,
      };
      const loop = await run(process.execPath, ['testbed/loop/cli.ts', ...given], { echo: true, env });
      expect(loop.output).toContain('every commit ended as it should, and no request was lost');
      expect(loop.code).toBe(0);
      expect((await status()).state).toBe('up');
    },
    40 * 60_000,
  );
}
