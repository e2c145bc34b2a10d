import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Component } from './component.ts';
import { readText, writeAtomically } from './files.ts';
import type { Home } from './home.ts';
import { isObject, numberAt, parseJson, textAt } from './json.ts';
import { identify, isAlive, type ProcessIdentity } from './proc.ts';
import { USUAL_FOLDERS } from './tools/fit.ts';
import { until } from './wait.ts';

/** The environment variables that mark every process of the bed, and by inheritance its children. */
export const BED_MARK = 'SEATRIAL_BED';
export const COMPONENT_MARK = 'SEATRIAL_COMPONENT';

/** What is written down about a started component, at once, so that any later run can stop it by its own id. */
export interface ProcessRecord extends ProcessIdentity {
  readonly name: string;
  readonly startedAt: string;
  readonly log: string;
  /** Of command, environment and configuration: a running component with another one must be restarted. */
  readonly fingerprint: string;
}

const recordPath = (home: Home, name: string): string => join(home.run, `${name}.json`);

export function fingerprint(component: Component): string {
  const { command, env, files } = component;
  return createHash('sha256')
    .update(JSON.stringify([command, env, files]))
    .digest('hex');
}

/** Reads a record back; undefined when the text is not one. */
export function parseRecord(text: string, where: string): ProcessRecord | undefined {
  const value = parseJson(text, where);
  if (!isObject(value) || Number.isNaN(numberAt(value, 'pid'))) return undefined;
  return {
    name: textAt(value, 'name'),
    pid: numberAt(value, 'pid'),
    startTicks: numberAt(value, 'startTicks'),
    bootId: textAt(value, 'bootId'),
    startedAt: textAt(value, 'startedAt'),
    log: textAt(value, 'log'),
    fingerprint: textAt(value, 'fingerprint'),
  };
}

export function readRecord(home: Home, name: string): ProcessRecord | undefined {
  const path = recordPath(home, name);
  const text = readText(path);
  return text === undefined ? undefined : parseRecord(text, path);
}

/** All components that were started and not stopped since, dead ones included. */
export function readRecords(home: Home): readonly ProcessRecord[] {
  if (!existsSync(home.run)) return [];
  return readdirSync(home.run)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readRecord(home, file.slice(0, -'.json'.length)))
    .filter((record) => record !== undefined);
}

/** Starts a component in a session of its own, its output in its log, and writes its record. */
export function launch(component: Component, home: Home): ProcessRecord {
  for (const folder of [home.run, home.logs, ...(component.folders ?? [])])
    mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(component.files ?? {})) writeAtomically(path, content, 0o600);
  const log = join(home.logs, `${component.name}.log`);
  if (existsSync(log)) renameSync(log, `${log}.previous`);
  const [program = '', ...args] = component.command;
  const output = openSync(log, 'a');
  const child = spawn(program, args, {
    cwd: component.cwd ?? home.run,
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      PATH: [process.env['PATH'], ...USUAL_FOLDERS].join(delimiter),
      HOME: process.env['HOME'],
      ...component.env,
      [BED_MARK]: home.bed,
      [COMPONENT_MARK]: component.name,
    },
  });
  closeSync(output);
  child.on('error', () => {});
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity === undefined) throw new Error(`${component.name} could not be started: is ${program} there?`);
  child.unref();
  const record = {
    ...identity,
    name: component.name,
    startedAt: new Date().toISOString(),
    log,
    fingerprint: fingerprint(component),
  };
  writeAtomically(recordPath(home, component.name), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

const LINE_WIDTH = 240;

/** The last lines of a log, for a report; what is longer than a glance takes is cut. */
export function tail(log: string, lines = 10): readonly string[] {
  return (readText(log) ?? '')
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => (line.length > LINE_WIDTH ? `${line.slice(0, LINE_WIDTH)} …` : line));
}

/** The error that names a dead component and shows how its log ends. */
export function deadComponent(record: ProcessRecord): Error {
  const last = tail(record.log).map((line) => `    ${line}`);
  return new Error(
    `${record.name} (pid ${record.pid}) has died. Its log ${record.log} ends with:\n${last.join('\n')}`,
  );
}

function signalTo(process_: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isAlive(process_)) return;
  try {
    process.kill(process_.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

/** Ends processes, politely first, and returns when all of them are gone. */
export async function endAll(processes: readonly ProcessIdentity[], graceMs: number): Promise<void> {
  for (const one of processes) signalTo(one, 'SIGTERM');
  const gone = (): boolean => !processes.some(isAlive);
  await until(gone, { what: 'a polite end', timeoutMs: graceMs, everyMs: 10 }).catch(() => {
    for (const one of processes) signalTo(one, 'SIGKILL');
  });
  await until(gone, {
    what: `the end of ${processes.map((one) => one.pid).join(', ')}`,
    timeoutMs: 10_000,
    everyMs: 10,
  });
}

/** Stops components by their own process ids and forgets their records. */
export async function stopAll(home: Home, records: readonly ProcessRecord[], graceMs: number): Promise<void> {
  await endAll(records, graceMs);
  for (const record of records) rmSync(recordPath(home, record.name), { force: true });
}
