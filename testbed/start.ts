import type { Component } from './component.ts';
import type { Home } from './home.ts';
import { isAlive } from './proc.ts';
import { deadComponent, fingerprint, launch, type ProcessRecord, readRecord, stopAll } from './process.ts';
import type { Log } from './tools/ensure.ts';
import { until } from './wait.ts';

const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 3_000;

export interface StartOptions {
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
  /** Told about every process that is started, the moment it is. */
  readonly onStart: (record: ProcessRecord) => void;
}

/** Stops an earlier process of this component that runs with another configuration, or says that it has died. */
async function clearEarlier(component: Component, home: Home, log: Log): Promise<ProcessRecord | undefined> {
  const earlier = readRecord(home, component.name);
  if (earlier === undefined) return undefined;
  if (!isAlive(earlier)) {
    log(`${deadComponent(earlier).message}\n  Starting it again.`);
    return undefined;
  }
  if (earlier.fingerprint === fingerprint(component)) return earlier;
  log(`${component.name}: its configuration has changed, restarting`);
  await stopAll(home, [earlier], STOP_GRACE_MS);
  return undefined;
}

/** Makes sure that a component runs and serves; one that does already is left alone. */
export async function ensureRunning(component: Component, home: Home, options: StartOptions): Promise<void> {
  const began = performance.now();
  const earlier = await clearEarlier(component, home, options.log);
  const record = earlier ?? launch(component, home);
  if (earlier === undefined) options.onStart(record);
  await until(component.ready, {
    what: `${component.name} to be ready (log: ${record.log})`,
    timeoutMs: READY_TIMEOUT_MS,
    check: () => {
      options.signal?.throwIfAborted();
      if (!isAlive(record)) throw deadComponent(record);
    },
  });
  if (earlier === undefined)
    options.log(`${component.name}: ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
