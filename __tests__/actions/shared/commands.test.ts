import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { annotationCommand, maskCommand, writeOutputs } from '../../../actions/shared/action/commands.ts';

test('nothing in a message or a title can end the command or begin another', () => {
  expect(
    annotationCommand('error', '100 %\r\n::set-env name=A::b', { title: 'a,b: c', file: 'a:b.go', line: 3 }),
  ).toBe('::error title=a%2Cb%3A c,file=a%3Ab.go,line=3::100 %25%0D%0A::set-env name=A::b');
  expect(annotationCommand('notice', 'plain', { title: '' })).toBe('::notice::plain');
  expect(maskCommand('one\ntwo%')).toBe('::add-mask::one%0Atwo%25');
});

test('outputs go into the file of the runner, whatever they hold; without one by the old command', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-outputs-'));
  const file = join(folder, 'output');
  const lines: string[] = [];
  const evil = 'a\nseatrial-x\nother<<EOF\nb';
  await writeOutputs([['one', evil]], file, (line) => lines.push(line));
  await writeOutputs([['two', '']], file, (line) => lines.push(line));
  const [, first = ''] = /^one<<(\S+)\n/.exec(await readFile(file, 'utf8')) ?? [];
  const [, second = ''] = /^two<<(\S+)\n/m.exec(await readFile(file, 'utf8')) ?? [];
  expect(await readFile(file, 'utf8')).toBe(
    `one<<${first}\n${evil}\n${first}\ntwo<<${second}\n\n${second}\n`,
  );
  expect(first).not.toBe(second);
  await writeOutputs([['one', '1\n2']], '', (line) => lines.push(line));
  expect(lines).toEqual(['::set-output name=one::1%0A2']);
  await rm(folder, { recursive: true });
});
