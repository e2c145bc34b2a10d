import { readdirSync } from 'node:fs';
import { readText } from './files.ts';

/** A process as the kernel tells it apart from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks after boot at which it started. */
  readonly startTicks: number;
  readonly bootId: string;
}

export interface ProcessStat {
  readonly state: string;
  readonly startTicks: number;
}

/** Reads `/proc/PID/stat`. The command's name may hold blanks and brackets, so fields count from its last bracket. */
export function parseStat(text: string): ProcessStat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', startTicks: Number(fields[19]) };
}

export function bootId(): string {
  return (readText('/proc/sys/kernel/random/boot_id') ?? '').trim();
}

/** What makes process `pid` unmistakable; undefined when it is gone already. */
export function identify(pid: number): ProcessIdentity | undefined {
  const text = readText(`/proc/${pid}/stat`);
  return text === undefined ? undefined : { pid, startTicks: parseStat(text).startTicks, bootId: bootId() };
}

/** Whether exactly this process still runs. A zombie is gone: init here reaps late. */
export function isAlive(identity: ProcessIdentity): boolean {
  const text = readText(`/proc/${identity.pid}/stat`);
  if (text === undefined || identity.bootId !== bootId()) return false;
  const stat = parseStat(text);
  return stat.startTicks === identity.startTicks && stat.state !== 'Z' && stat.state !== 'X';
}

/** Memory that is this process's share, in KiB; 0 when it can't be read. */
export function memoryKiB(pid: number): number {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/smaps_rollup`) ?? '');
  return Number(pss?.[1] ?? 0);
}

/** All processes whose environment holds `NAME=value`: children inherit it, so it finds what a component left behind. */
export function processesWith(name: string, value: string): readonly ProcessIdentity[] {
  const wanted = `${name}=${value}`;
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((pid) => readText(`/proc/${pid}/environ`)?.split('\0').includes(wanted) ?? false)
    .map((pid) => identify(Number(pid)))
    .filter((found) => found !== undefined)
    .filter(isAlive);
}

/** The value of `name` in a process's environment; undefined when it has none or can't be read. */
export function environmentOf(pid: number, name: string): string | undefined {
  const entries = readText(`/proc/${pid}/environ`)?.split('\0') ?? [];
  return entries.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
}
