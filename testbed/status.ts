import { home as defaultHome } from './home.ts';
import { isAlive, memoryKiB } from './proc.ts';
import { type ProcessRecord, readRecords, tail } from './process.ts';

export interface ComponentStatus {
  readonly name: string;
  readonly state: 'running' | 'dead';
  readonly pid: number;
  readonly startedAt: string;
  readonly log: string;
  readonly memoryKiB: number;
  /** The end of its log; empty while it runs. */
  readonly lastLines: readonly string[];
}

export interface BedStatus {
  /** `down`: nothing was started; `broken`: a component has died. */
  readonly state: 'up' | 'broken' | 'down';
  readonly components: readonly ComponentStatus[];
}

function componentStatus(record: ProcessRecord): ComponentStatus {
  const { name, pid, startedAt, log } = record;
  const alive = isAlive(record);
  return {
    name,
    state: alive ? 'running' : 'dead',
    pid,
    startedAt,
    log,
    memoryKiB: alive ? memoryKiB(pid) : 0,
    lastLines: alive ? [] : tail(log),
  };
}

/** Sums the state of the components up. */
export function overall(components: readonly Pick<ComponentStatus, 'state'>[]): BedStatus['state'] {
  if (components.length === 0) return 'down';
  return components.some((component) => component.state === 'dead') ? 'broken' : 'up';
}

/** Looks at every component that was started and not stopped. */
export async function status(home = defaultHome()): Promise<BedStatus> {
  const components = readRecords(home)
    .map(componentStatus)
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  return { state: overall(components), components };
}

/** The status as a table for people, with the last lines of what has died below it. */
export function renderStatus({ state, components }: BedStatus): string {
  if (state === 'down') return 'The bed is down.';
  const rows = components.map(
    (one) =>
      `${one.name.padEnd(20)} ${one.state.padEnd(8)} ${String(one.pid).padStart(7)} ${String(Math.round(one.memoryKiB / 1024)).padStart(6)} MiB  ${one.startedAt}`,
  );
  const total = components.reduce((sum, one) => sum + one.memoryKiB, 0);
  const ends = components
    .filter((one) => one.state === 'dead')
    .map(
      (one) =>
        `\n${one.name} has died. Its log ${one.log} ends with:\n${one.lastLines.map((line) => `    ${line}`).join('\n')}`,
    );
  return [
    ...rows,
    `${'together'.padEnd(37)} ${String(Math.round(total / 1024)).padStart(6)} MiB`,
    ...ends,
  ].join('\n');
}
