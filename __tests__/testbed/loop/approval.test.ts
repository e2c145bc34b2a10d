import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

const approve = join(import.meta.dirname, '..', '..', 'support', 'approve.ts');
let folder: string;

// Two processes are started one after the other, on a machine that may be busy.
jest.setTimeout(60_000);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-approval-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a program and types an answer as soon as it asks; `script` (util-linux) gives it a real pseudo-terminal. */
async function asked(command: readonly string[], answer: string): Promise<Ended> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let said = '';
  let answered = false;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (answered || !said.includes('[y/N]')) return;
    answered = true;
    child.stdin.write(answer);
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), said };
}

const program = (...more: readonly string[]): string[] => [
  process.execPath,
  '--no-warnings',
  approve,
  join(folder, 'approvals.sock'),
  ...more,
];

/** `--return`: the end of the program is the end of `script`. Nothing in the command needs quotes. */
const atTerminal = (...more: readonly string[]): string[] => [
  'script',
  '--quiet',
  '--return',
  '--command',
  program(...more).join(' '),
  '/dev/null',
];

test.each(['y', 'Yes'])('at a terminal, %s lets the release go on', async (answer) => {
  const { code, said } = await asked(atTerminal(), `${answer}\r`);
  expect(said).toContain('Approve the release for production? [y/N]');
  expect(said).toContain('production was approved');
  expect(code).toBe(0);
});

test.each([
  ['n', 'n\r'],
  ['an empty answer', '\r'],
  ['a word that is no clear yes', 'yesterday\r'],
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
])('at a terminal, %s stops the release with an error', async (_, answer) => {
  const { code, said } = await asked(atTerminal(), answer);
  expect(said).toContain('::error::production was not approved');
  expect(code).toBe(1);
});

test('--yes, or no terminal to ask on: it is given, and that is said', async () => {
  const told = await asked(atTerminal('--yes'), '');
  expect([told.code, told.said]).toEqual([0, expect.stringContaining('given (--yes)')]);
  const alone = await asked(program(), '');
  expect([alone.code, alone.said]).toEqual([0, expect.stringContaining('given (no terminal to ask on)')]);
  expect(told.said + alone.said).not.toContain('[y/N]');
});
