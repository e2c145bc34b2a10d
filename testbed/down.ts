import { rmSync } from 'node:fs';
import { bedFile } from './bed.ts';
import { containerdState } from './components/containerd.ts';
import { home as defaultHome, type Home, presentCluster } from './home.ts';
import { removeKind } from './kind/down.ts';
import { withLock } from './lock.ts';
import { processesInCgroups, removeCgroups } from './machine/cgroups.ts';
import { restoreKernelSettings } from './machine/kernel.ts';
import { unmountBelow } from './machine/mounts.ts';
import { removeNetwork } from './machine/network.ts';
import { processesWith } from './proc.ts';
import { BED_MARK, endAll, readRecords, stopAll } from './process.ts';

/** First whoever would start something again, then what it started, the store last. */
const ORDER = [
  ['targets', 'kubelet', 'kube-proxy', 'envoy', 'prometheus', 'buildkitd'],
  ['containers'],
  ['containerd', 'controller-manager', 'scheduler', 'istiod'],
  ['api-server', 'registry'],
  ['etcd'],
];
const GRACE_MS = 3_000;

async function stopComponents(home: Home): Promise<void> {
  for (const names of ORDER) {
    if (names.includes('containers')) await endAll(processesInCgroups(), 0);
    await stopAll(
      home,
      readRecords(home).filter((record) => names.includes(record.name)),
      GRACE_MS,
    );
  }
  await stopAll(home, readRecords(home), GRACE_MS);
  // containerd's shims outlive it on purpose, and a run that was killed may have started what it could not write down.
  await endAll(processesWith(BED_MARK, home.bed), 0);
}

/** Ends everything and takes the machine back to what it was; the bed's folder is the caller's to lock. */
export async function tearDown(home: Home): Promise<void> {
  await stopComponents(home);
  if (presentCluster() === 'kind') await removeKind(home);
  else await restoreMachine(home);
  rmSync(home.run, { recursive: true, force: true });
  rmSync(bedFile(home), { force: true });
}

async function restoreMachine(home: Home): Promise<void> {
  await unmountBelow(home.bed);
  removeCgroups();
  await removeNetwork();
  restoreKernelSettings(home);
  // To the node this is a reboot: what containerd knew of running containers is void, images and metadata stay.
  rmSync(containerdState(home), { recursive: true, force: true });
}

export interface DownOptions {
  /** Also forget the cluster's state, images and build cache. Tools stay. */
  readonly wipe?: boolean;
  readonly log?: (line: string) => void;
}

/** Stops the bed. What is stopped already stays so. */
export async function down(options: DownOptions = {}): Promise<void> {
  const home = defaultHome();
  const log = options.log ?? (() => {});
  await withLock(
    home.bed,
    (pid) => log(`waiting for process ${pid}, which works on the bed`),
    async () => {
      await tearDown(home);
      if (options.wipe === true) rmSync(home.bed, { recursive: true, force: true });
    },
  );
}
