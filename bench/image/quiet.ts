import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds over which the machine's processors are watched. */
const span = 500;
/** What of their time may be busy; nothing on a machine is ever quite still. */
const quiet = 0.08;
/** Spans, after which it is begun all the same. */
const patience = 60;

/**
 * Waits until the processors have nothing to do, so that nobody is timed in what the one before him left running: a daemon that
 * removes containers, pages that are written to the disk.
 */
export async function machineQuiet(): Promise<void> {
  for (let tried = 0; tried < patience; tried += 1) {
    const before = times();
    await pause(span);
    const after = times();
    if ((after.busy - before.busy) / (after.all - before.all) < quiet) return;
  }
}

function times(): { busy: number; all: number } {
  let [busy, all] = [0, 0];
  for (const { times: own } of cpus()) {
    const used = own.user + own.nice + own.sys + own.irq;
    busy += used;
    all += used + own.idle;
  }
  return { busy, all };
}
