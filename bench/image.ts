/**
 * `npm run bench -- image [--rounds N] [--cold N] [--only NAME]`: from a commit that changes one line to the image in
 * the registry, by us and by others on the same machine in turns, warm and cold, and what the images weigh; and how much of
 * the time `go build` alone takes, and with it compressing and sending what it made, which nobody can stay below.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../actions/shared/markdown/markdown.ts';
import { formatBytes } from '../actions/shared/units/bytes.ts';
import { up } from '../testbed/bed.ts';
import { type Dockerd, startDockerd } from '../testbed/dockerd.ts';
import { toolPath } from '../testbed/tools/ensure.ts';
import type { Peer } from './image/field.ts';
import { copyModule } from './image/module.ts';
import { buildkit, docker, goBuild, ko, leastOfAll } from './image/peers.ts';
import { machineQuiet } from './image/quiet.ts';
import { ours, oursInTwo } from './image/seatrial.ts';
import { type Weight, weigh } from './image/weigh.ts';

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

/** Runs the benchmark. Everything it starts is stopped, everything it writes is below one folder and removed. */
export async function main(args: readonly string[]): Promise<void> {
  const options = { rounds: { type: 'string' }, cold: { type: 'string' }, only: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const bed = await up({ log: say });
  const work = await mkdtemp(join(tmpdir(), 'seatrial-bench-image-'));
  const { golang, static: base } = bed.baseImages;
  const module = await copyModule(join(work, 'checkout'), golang, base);
  const coldRounds = Number(values.cold ?? 5);
  const field = { bed, module, work, machineCaches: coldRounds === 0 };
  const wanted = (name: string): boolean =>
    values.only === undefined || values.only.split(',').includes(name);
  let daemon: Dockerd | undefined;
  try {
    const peers: Peer[] = [ours(field)];
    if (wanted('two')) peers.push(oursInTwo(field));
    if (wanted('go')) peers.push(goBuild(field));
    if (wanted('least')) peers.push(leastOfAll(field));
    if (wanted('ko')) peers.push(ko(field, await toolPath('ko')));
    if (wanted('buildkit')) peers.push(buildkit(field));
    if (wanted('docker')) {
      daemon = await startDockerd(await toolPath('dockerd'), work);
      for (const image of [golang, base]) await daemon.docker(['pull', '--quiet', image], work);
      peers.push(docker(field, daemon));
    }
    const cold = await timed(peers, coldRounds, module.change, (peer) => peer.forget());
    // Nobody is timed before he has built once.
    if (coldRounds === 0) await timed(peers, 1, module.change);
    const warm = await timed(peers, Number(values.rounds ?? 5), module.change);
    const weights = peers.map(({ image }) => (image === undefined ? undefined : weigh(image)));
    print(peers, warm, cold, await Promise.all(weights));
  } finally {
    await daemon?.stop();
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Seconds of every peer: in turns, so that the machine's mood meets all of them, and another one first in each round, so that
 * everybody comes after everybody's leavings.
 */
async function timed(
  peers: readonly Peer[],
  rounds: number,
  change: () => Promise<string>,
  before: (peer: Peer) => Promise<void> = async () => undefined,
): Promise<Map<Peer, number[]>> {
  const seconds = new Map<Peer, number[]>(peers.map((peer) => [peer, []]));
  for (let round = 1; round <= rounds; round += 1) {
    const first = (round - 1) % peers.length;
    for (const peer of [...peers.slice(first), ...peers.slice(0, first)]) {
      await before(peer);
      const commit = await change();
      await machineQuiet();
      const began = performance.now();
      await peer.ship(commit);
      const took = (performance.now() - began) / 1000;
      seconds.get(peer)?.push(took);
      say(`round ${round}, ${peer.name}: ${took.toFixed(2)} s`);
    }
  }
  return seconds;
}

function print(
  peers: readonly Peer[],
  warm: Map<Peer, number[]>,
  cold: Map<Peer, number[]>,
  weights: readonly (Weight | undefined)[],
): void {
  const [us] = peers;
  const mine = us === undefined ? Number.NaN : median(warm.get(us) ?? []);
  const rows = peers.map((peer, at) => {
    const weight = weights[at];
    const time = median(warm.get(peer) ?? []);
    return [
      peer.name,
      `${time.toFixed(2)} s`,
      peer === us ? '' : `${(mine / time).toFixed(2)} (${(time / mine).toFixed(1)}×)`,
      peer === us ? '' : paired(warm, us, peer).toFixed(2),
      cold.get(peer)?.length === 0 ? '' : `${median(cold.get(peer) ?? []).toFixed(1)} s`,
      weight === undefined ? '' : formatBytes(weight.compressed),
      weight === undefined ? '' : formatBytes(weight.binary),
      weight === undefined ? '' : formatBytes(weight.above),
    ];
  });
  const head = [
    '',
    'warm, median',
    'ours to it',
    'by rounds, median',
    'cold, median',
    'image, compressed',
    'binary',
    'above it, without zones',
  ];
  console.log(table(head, rows));
}

/** Ours to a peer's time in each round: whether the machine was slow or quick by then, both were. */
function paired(seconds: Map<Peer, number[]>, us: Peer | undefined, peer: Peer): number {
  const mine = us === undefined ? [] : (seconds.get(us) ?? []);
  const theirs = seconds.get(peer) ?? [];
  return median(mine.map((one, at) => one / (theirs[at] ?? Number.NaN)));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
