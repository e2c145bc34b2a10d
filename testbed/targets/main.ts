/**
 * Watches the pods and keeps Prometheus' list of targets true.
 * Usage: main.ts SERVER-FILE CA-FILE TOKEN-FILE OUTPUT-FILE
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type ClusterAccess, readCluster, watchCluster } from '../cluster-api.ts';
import { readText, writeAtomically } from '../files.ts';
import { textAt } from '../json.ts';
import { PodTable } from './targets.ts';

const [serverFile = '', caFile = '', tokenFile = '', output = ''] = process.argv.slice(2);
const access: ClusterAccess = {
  server: readText(serverFile) ?? '',
  ca: readText(caFile) ?? '',
  token: readText(tokenFile) ?? '',
};
const table = new PodTable();
let written = '';

function publish(): void {
  const text = table.render();
  if (text === written) return;
  writeAtomically(output, text);
  written = text;
}

/** One list and one watch, until the watch ends for whatever reason. */
async function follow(): Promise<void> {
  const list = await readCluster(access, '/api/v1/pods');
  table.reset(list);
  publish();
  const from = encodeURIComponent(textAt(list, 'metadata', 'resourceVersion'));
  await watchCluster(access, `/api/v1/pods?watch=1&resourceVersion=${from}`, (event) => {
    if (!table.apply(event)) throw new Error(`the watch must be begun anew: ${JSON.stringify(event)}`);
    publish();
  });
}

for (;;) {
  try {
    await follow();
  } catch (error) {
    console.error(new Date().toISOString(), String(error));
  }
  // The API server is away or the watch has grown too old: not in a tight loop.
  await pause(250);
}
