import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Component } from '../../testbed/component.ts';
import { type Home, home } from '../../testbed/home.ts';
import { takeLock } from '../../testbed/lock.ts';
import { isAlive, processesWith } from '../../testbed/proc.ts';
import { BED_MARK, endAll, launch, readRecord, readRecords, stopAll } from '../../testbed/process.ts';
import { ensureRunning } from '../../testbed/start.ts';
import { overall, renderStatus, status } from '../../testbed/status.ts';
import { until } from '../../testbed/wait.ts';
import { watch } from '../../testbed/watch.ts';

let folder: string;
let place: Home;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seatrial-test-'));
  place = home({ SEATRIAL_HOME: folder });
});
afterEach(async () => {
  await endAll(processesWith(BED_MARK, place.bed), 0);
  rmSync(folder, { recursive: true, force: true });
});

const component = (script: string): Component => ({
  name: 'probe',
  needs: [],
  command: [process.execPath, '-e', script],
  ready: () => true,
});
const STAYS = 'setInterval(() => {}, 1000)';
const start = { log: () => {}, onStart: () => {} };

test('a component is started once, found again, and stopped by its own id', async () => {
  await ensureRunning(component(STAYS), place, start);
  const first = readRecord(place, 'probe');
  await ensureRunning(component(STAYS), place, start);
  expect(readRecord(place, 'probe')).toEqual(first);
  expect((await status(place)).state).toBe('up');
  await stopAll(place, readRecords(place), 1_000);
  expect(first && isAlive(first)).toBe(false);
  expect(await status(place)).toEqual({ state: 'down', components: [] });
});

test('one whose configuration has changed is started anew', async () => {
  await ensureRunning(component(STAYS), place, start);
  const first = readRecord(place, 'probe');
  await ensureRunning(component(`${STAYS} // changed`), place, start);
  expect(first && isAlive(first)).toBe(false);
  expect(readRecord(place, 'probe')?.pid).not.toBe(first?.pid);
});

test('one that dies before it is ready is named, with the end of its log', async () => {
  const broken = { ...component('console.log("no disk left"); process.exit(3)'), ready: () => false };
  await expect(ensureRunning(broken, place, start)).rejects.toThrow(
    /^probe \(pid \d+\) has died[\s\S]*no disk left/,
  );
});

test('one that dies later is named by status and by watch', async () => {
  const record = launch(component(`console.log("last words"); ${STAYS}`), place);
  const dead = watch(new AbortController().signal, place);
  await until(() => readFileSync(record.log, 'utf8') !== '', {
    what: 'output',
    timeoutMs: 30_000,
  });
  process.kill(record.pid, 'SIGKILL');
  expect((await dead).message).toMatch(/probe \(pid \d+\) has died[\s\S]*last words/);
  const found = await status(place);
  expect(found.state).toBe('broken');
  expect(renderStatus(found)).toMatch(/probe has died[\s\S]*last words/);
});

test('one that ignores the polite signal is ended all the same', async () => {
  const record = launch(component(`process.on("SIGTERM", () => {}); console.log(1); ${STAYS}`), place);
  await until(() => readFileSync(record.log, 'utf8') !== '', {
    what: 'output',
    timeoutMs: 30_000,
  });
  await stopAll(place, [record], 50);
  expect(isAlive(record)).toBe(false);
});

test('what a component leaves behind is found by the mark it inherited', async () => {
  const child = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(STAYS)}], { detached: true, stdio: "ignore" })`;
  const record = launch(component(`${child}.unref()`), place);
  await until(() => !isAlive(record), { what: 'the parent to end', timeoutMs: 30_000 });
  const left = processesWith(BED_MARK, place.bed);
  expect(left).toHaveLength(1);
  await endAll(left, 1_000);
  expect(processesWith(BED_MARK, place.bed)).toHaveLength(0);
});

test('a program that does not exist is an error, not a silence', () => {
  const missing = { ...component(''), command: ['/no/such/program'] };
  expect(() => launch(missing, place)).toThrow('probe could not be started: is /no/such/program there?');
});

test('the lock is waited for, and its holder is told', async () => {
  const first = await takeLock(folder, () => {});
  const waited: string[] = [];
  const second = takeLock(folder, (pid) => waited.push(pid));
  await until(() => waited.length === 1, { what: 'the wait', timeoutMs: 30_000 });
  expect(waited).toEqual([String(process.pid)]);
  await first.release();
  await (await second).release();
});

test('the lock of a process that was killed is free', async () => {
  const module = join(import.meta.dirname, '../../testbed/lock.ts');
  const script = `const { takeLock } = await import(${JSON.stringify(module)}); await takeLock(${JSON.stringify(folder)}, () => {}); console.log(1); ${STAYS}`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const waiting = takeLock(folder, () => holder.kill('SIGKILL'));
  await (await waiting).release();
});

test('one dead component breaks the bed', () => {
  expect(overall([])).toBe('down');
  expect(overall([{ state: 'running' }])).toBe('up');
  expect(overall([{ state: 'running' }, { state: 'dead' }])).toBe('broken');
});
