import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSupplies } from '../../../actions/multistage-dockerize/src/assemble/supplies.ts';
import { contract, type Output } from '../../../actions/multistage-dockerize/src/contract.ts';
import { lookAhead } from '../../../actions/multistage-dockerize/src/plan/ahead.ts';
import { tagFacts } from '../../../actions/multistage-dockerize/src/plan/tags.ts';
import { inputsOf, testContext } from '../../support/context.ts';

let context: Awaited<ReturnType<typeof testContext<Output>>>;
beforeEach(async () => {
  context = await testContext<Output>();
});
afterEach(() => rm(context.temp, { recursive: true, force: true }));

const git: typeof context.exec = async () => ({ code: 0, stdout: '1700000000\n', stderr: '' });

/** Bytes of a layer that are there once the program was read, before anything is planned with it. */
async function sentAhead(dockerfile: string, given: Record<string, string> = {}): Promise<number> {
  await writeFile(join(context.temp, 'Dockerfile'), `FROM golang AS builder\n${dockerfile}`);
  await writeFile(join(context.temp, 'app'), 'the program');
  const wishes = { image: 'acme/app', compile: 'true', push: 'true', ...given };
  const inputs = inputsOf(contract, wishes, context.temp);
  const supplies = openSupplies(inputs, { ...context, exec: git });
  try {
    await lookAhead(inputs, tagFacts('a'.repeat(40), {}), supplies, context.signal);
    let sent = 0;
    supplies.firstLayer?.to((chunk) => {
      sent += chunk.length;
    });
    await supplies.layers.begin(join(context.temp, 'app'), join(context.temp, 'app'));
    return sent;
  } finally {
    await supplies.discard();
  }
}

const final = 'FROM scratch\nCOPY --from=builder /out/app /app\n';

test('the layer of a plain final stage is known before its program', async () => {
  expect(await sentAhead(`${final}USER 65532\n`)).toBeGreaterThan(0);
  expect((await readdir(join(context.temp, 'seatrial'))).length).toBe(0);
});

test.each([
  ['is for a builder', `${final}RUN echo\n`, {}],
  ['is for a builder that was asked for', final, { builder: 'buildx' }],
  ['is one of several', final, { platforms: 'linux/amd64\nlinux/arm64' }],
])('a layer that %s is not begun', async (_, text, given) => {
  expect(await sentAhead(text, given)).toBe(0);
});

test('a Dockerfile that makes no image ends the looking ahead, and is told of when it is planned', async () => {
  await expect(sentAhead('FROM scratch\nCOPY --from=other /out/app /app\n')).rejects.toThrow(/stage/);
});

test('a folder that can’t be made is no reason to fail once more when nothing of it is needed', async () => {
  await writeFile(join(context.temp, 'seatrial'), 'where the folder of the images would be');
  const inputs = inputsOf(contract, { image: 'acme/app', compile: 'true' }, context.temp);
  const supplies = openSupplies(inputs, context);
  await expect(supplies.layout()).rejects.toThrow('EEXIST');
  await supplies.discard();
});
