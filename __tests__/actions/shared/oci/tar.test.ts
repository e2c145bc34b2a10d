import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { tarEntries } from '../../../../actions/shared/oci/tar.ts';
import { tarOf } from '../../../support/layout.ts';

async function read(archive: Buffer, chunk = 1000): Promise<string[]> {
  const chunks = Array.from({ length: Math.ceil(archive.length / chunk) }, (_, at) =>
    archive.subarray(at * chunk, (at + 1) * chunk),
  );
  const found: string[] = [];
  for await (const entry of tarEntries(Readable.from(chunks))) {
    const parts: Buffer[] = [];
    if (entry.name !== 'skipped') for await (const part of entry.body()) parts.push(part);
    found.push(`${entry.type} ${entry.name} ${Buffer.concat(parts).toString()}${entry.linkName}`);
  }
  return found;
}

const sample = tarOf([
  { name: 'etc/', flag: '5' },
  { name: 'etc/passwd', content: 'root' },
  { name: 'skipped', content: 'x'.repeat(5000) },
  { name: 'bin', flag: '2', link: 'usr/bin' },
  { name: 'last', content: 'end' },
]);

test.each([1, 7, 512, 100_000])(
  'entries come whole however the bytes arrive (%d at a time)',
  async (chunk) => {
    expect(await read(sample, chunk)).toEqual([
      'folder etc/ ',
      'file etc/passwd root',
      'file skipped ',
      'symlink bin usr/bin',
      'file last end',
    ]);
  },
);

test('long names come from pax and GNU headers, and hold for one entry only', async () => {
  const long = `deep/${'n'.repeat(150)}`;
  const record = ` path=${long}\n`;
  const pax = `${record.length + 3}${record}`;
  const archive = tarOf([
    { name: 'PaxHeader', flag: 'x', content: pax },
    { name: 'short', content: 'a' },
    { name: '././@LongLink', flag: 'L', content: `${long}2\0` },
    { name: 'short', content: 'b' },
    { name: 'short', content: 'c' },
  ]);
  expect(await read(archive)).toEqual([`file ${long} a`, `file ${long}2 b`, 'file short c']);
});

test('a cut or damaged archive is an error, never a shorter list', async () => {
  await expect(read(sample.subarray(0, 2000))).rejects.toThrow('cut');
  const damaged = Buffer.from(sample);
  damaged.write('X', 512);
  await expect(read(damaged)).rejects.toThrow('damaged');
});
