import { UserError } from '../../shared/errors/user-error.ts';
import { RouteLease } from './cluster/lease.ts';
import type { RouteStore } from './cluster/route-store.ts';
import type { Clock } from './cluster/time.ts';
import type { Opened } from './deps.ts';
import { isLater, ownerOf } from './job.ts';
import type { RouteTarget } from './route/types.ts';
import { canariesUnderWay, type UnderWay } from './route/under-way.ts';

/** A run that wants a route on which another may be at work. */
export interface Turn {
  readonly opened: Pick<Opened, 'cluster' | 'namespace'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  readonly sought: { readonly route: RouteTarget | undefined; readonly workload: string };
  readonly job: string;
  readonly onNewerCommit: 'queue' | 'replace';
  /** Milliseconds since the epoch after which waiting is given up. */
  readonly deadline: number;
}

/** Milliseconds between two looks at the one that is at work. */
const lookEvery = 2000;

/**
 * Waits until no other run is at work on the route; with `replace` that one is asked to make room.
 *
 * Throws a UserError for a run that is older than the one at work, and when the time is over.
 */
export async function myTurn(turn: Turn): Promise<void> {
  for (let told = ''; ; ) {
    const other = await atWork(turn);
    if (other === undefined) return;
    const { job, phase, weight } = other.state;
    if (isLater(job, turn.job)) throw outrun(job);
    if (turn.clock.now() >= turn.deadline || turn.signal.aborted) throw waitedInVain(turn, job);
    if (turn.onNewerCommit === 'replace') await leaseOf(turn, other).ask(turn.job);
    const line = `${turn.onNewerCommit === 'replace' ? 'Asking for the route' : 'Waiting'}: another run (${job}) is ${phase} at ${weight} %.`;
    if (line !== told) turn.log(line);
    told = line;
    await turn.clock.pause(lookEvery, turn.signal);
  }
}

/** Waits while another run has the route and no canary on it yet: what it does before that may take minutes. */
export async function untilBegun(
  { clock, signal, log, deadline }: Pick<Turn, 'clock' | 'signal' | 'log' | 'deadline'>,
  lease: Pick<RouteLease, 'look'>,
  store: Pick<RouteStore, 'read'>,
): Promise<void> {
  for (let told = false; !signal.aborted && clock.now() < deadline; told = true) {
    const { state } = await store.read();
    const { liveness } = await lease.look();
    if (state !== undefined || liveness !== 'live') return;
    if (!told) log('Waiting: another run is about to begin on this route.');
    await clock.pause(lookEvery, signal);
  }
}

async function atWork(turn: Turn): Promise<UnderWay | undefined> {
  const { cluster, namespace } = turn.opened;
  for (const one of await canariesUnderWay(cluster, namespace, turn.sought)) {
    const { liveness } = await leaseOf(turn, one).look();
    if (liveness === 'live' && one.state.job !== turn.job) return one;
  }
  return undefined;
}

function leaseOf({ opened, clock, job }: Turn, { route }: UnderWay): RouteLease {
  const { cluster, namespace } = opened;
  const owner = ownerOf({ SEATRIAL_JOB: job });
  return new RouteLease(cluster, { route: route.target, namespace, owner }, clock.now);
}

function outrun(job: string): UserError {
  return new UserError(`a newer commit is being rolled out already (${job}); this one is left out`, {
    fix: 'Nothing is to be done: the newer commit holds this one. To go back to this one on purpose, run it when that is over.',
  });
}

function waitedInVain({ signal }: Turn, job: string): UserError {
  return new UserError(
    signal.aborted
      ? `the job was cancelled while it waited for another run (${job})`
      : `another run (${job}) was at work on this route until max-runtime was over`,
    { fix: 'Nothing was changed. Run it again, or write `on-newer-commit: replace`.' },
  );
}
