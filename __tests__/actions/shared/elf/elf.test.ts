import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runtimeBases } from '../../../../actions/shared/elf/bases.ts';
import { ElfError, readElf, readElfFile } from '../../../../actions/shared/elf/elf.ts';
import { compareVersions, linkageOf } from '../../../../actions/shared/elf/linkage.ts';
import { type ElfSpec, makeElf } from './make-elf.ts';

const read = (bytes: Buffer) => readElf(async (at, length) => bytes.subarray(at, at + length));

const loader = { glibc: '/lib64/ld-linux-x86-64.so.2', musl: '/lib/ld-musl-x86_64.so.1' };

test.each<[string, ElfSpec, string, string | undefined]>([
  ['no loader, no libraries', {}, 'static', undefined],
  [
    'glibc with versions',
    {
      interpreter: loader.glibc,
      needed: ['libc.so.6'],
      versions: ['GLIBC_2.2.5', 'GLIBC_2.34', 'GLIBC_2.9'],
    },
    'glibc',
    '2.34',
  ],
  [
    'packed relocations',
    { interpreter: loader.glibc, needed: ['libc.so.6'], versions: ['GLIBC_2.3', 'GLIBC_ABI_DT_RELR'] },
    'glibc',
    '2.36',
  ],
  ['loader only', { interpreter: loader.glibc }, 'glibc', undefined],
  ['musl', { interpreter: loader.musl, needed: ['libc.musl-x86_64.so.1'] }, 'musl', undefined],
  ['musl by gcc', { interpreter: loader.musl, needed: ['libc.so'] }, 'musl', undefined],
  ['some other loader', { interpreter: '/system/bin/linker64', needed: ['libc.so'] }, 'dynamic', undefined],
  ['libraries without a loader', { needed: ['libfoo.so.1'] }, 'dynamic', undefined],
])('%s', async (_, spec, kind, glibc) => {
  for (const wide of [true, false]) {
    for (const little of [true, false]) {
      const linkage = linkageOf(await read(makeElf({ ...spec, wide, little })));
      expect(linkage.kind).toBe(kind);
      expect(linkage.glibc).toBe(glibc);
    }
  }
});

test('names the machine as Go does, and tells whether symbols are left', async () => {
  const facts = await read(makeElf({ machine: 22, little: false, symbols: true }));
  expect(facts).toMatchObject({ machine: 's390x', stripped: false });
  expect(await read(makeElf({ machine: 4242 }))).toMatchObject({ machine: 'machine 4242', stripped: true });
});

test('reads a real program: the node that runs this is tied to the C library of its system', async () => {
  const linkage = linkageOf(await readElfFile(process.execPath));
  expect(['glibc', 'musl']).toContain(linkage.kind);
  expect(linkage.libraries).toContain('libstdc++.so.6');
  expect(runtimeBases(linkage)).toEqual([]);
});

test('a file that is no program is said to be none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-elf-'));
  try {
    await writeFile(join(folder, 'x'), '#!/bin/sh\necho a script of more than sixteen bytes\n');
    await expect(readElfFile(join(folder, 'x'))).rejects.toThrow('not an ELF file');
    await writeFile(join(folder, 'x'), '');
    await expect(readElfFile(join(folder, 'x'))).rejects.toThrow('the file ends inside the ELF header');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a damaged file is an error or another reading, never a crash and never static', async () => {
  const sound = makeElf({ interpreter: loader.glibc, needed: ['libc.so.6'], versions: ['GLIBC_2.34'] });
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length), async (length) => {
      const facts = await read(sound.subarray(0, length)).catch((error: unknown) => error);
      if (facts instanceof Error) expect(facts).toBeInstanceOf(ElfError);
      // What is cut off behind the last table is not missed; anything else must be noticed.
      else expect(length).toBeGreaterThan(3072);
    }),
    { seed: 1 },
  );
  const bytes = fc.record({ at: fc.nat(sound.length - 1), value: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 8 }), async (changes) => {
      const damaged = Buffer.from(sound);
      for (const { at, value } of changes) damaged[at] = value;
      const facts = await read(damaged).catch((error: unknown) => error);
      if (facts instanceof Error) expect(facts).toBeInstanceOf(ElfError);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('bases are those with a glibc that is new enough', () => {
  const linkage = { kind: 'glibc', libraries: [], because: '' } as const;
  expect(runtimeBases({ ...linkage, glibc: '2.36' })).not.toContain('ubuntu:22.04');
  expect(runtimeBases({ ...linkage, glibc: '2.36' })).toContain('debian:12');
  expect(runtimeBases({ ...linkage, glibc: '2.99' })).toEqual([]);
  expect(runtimeBases({ ...linkage, libraries: ['libpq.so.5'] })).toEqual([]);
  expect(runtimeBases({ kind: 'musl', libraries: [], because: '' })).toEqual(['alpine']);
  expect(compareVersions('2.9', '2.34')).toBeLessThan(0);
  expect(compareVersions('2.34', '2.34.0')).toBe(0);
});
