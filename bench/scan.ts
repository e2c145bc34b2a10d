/**
 * What trivy-gate costs on top of trivy: the gate and trivy alone scan the same image, in turns, cold (empty cache: the
 * database is fetched) and warm. Both look for the same; the gate has to answer with a verdict, SARIF and summary.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../actions/shared/markdown/markdown.ts';
import { must } from '../scripts/run.ts';
import { type Bed, up } from '../testbed/bed.ts';
import { runStub } from '../testbed/stub.ts';
import { vulnerableImage } from './scan/image.ts';

const rounds = 5;
/** Seconds the gate may take on top of trivy. */
const limit = 0.3;

export async function main(): Promise<void> {
  const bed = await up();
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-bench-'));
  try {
    const layout = await vulnerableImage(folder);
    const rows = [await measure('cold', layout, folder, bed), await measure('warm', layout, folder, bed)];
    console.log(table(['', 'trivy-gate s', 'trivy s', 'ratio', `on top, s (at most ${limit})`, ''], rows));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(what: 'cold' | 'warm', layout: string, folder: string, bed: Bed): Promise<string[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  const cache = (who: string, round: number): string =>
    join(folder, what === 'cold' ? `cache-${who}-${round}` : `cache-${who}`);
  // A first round, not counted, fills the caches that are to be warm and the machine's own.
  for (let round = 0; round <= rounds; round += 1) {
    const a = await seconds(() => gate(layout, cache('gate', round), folder, bed));
    const b = await seconds(() => trivy(layout, cache('trivy', round), folder, bed));
    if (round === 0) continue;
    ours.push(a);
    theirs.push(b);
  }
  const [a, b] = [median(ours), median(theirs)];
  // Round by round, so that the machine's mood, which meets both, cancels out.
  const top = median(ours.map((own, at) => own - (theirs[at] ?? Number.NaN)));
  return [
    what,
    a.toFixed(2),
    b.toFixed(2),
    (a / b).toFixed(2),
    top.toFixed(2),
    top <= limit ? 'ok' : 'MISSED',
  ];
}

async function gate(layout: string, cache: string, folder: string, bed: Bed): Promise<void> {
  const { outputs, stdout } = await runStub(
    'trivy-gate',
    {
      target: layout,
      trivy: bed.trivy.bin,
      'db-repository': bed.trivy.dbRepository,
      'cache-directory': cache,
    },
    { workspace: folder, temp: join(folder, 'temp') },
  );
  if (outputs['verdict'] !== 'findings') throw new Error(`the gate found nothing:\n${stdout}`);
}

async function trivy(layout: string, cache: string, folder: string, bed: Bed): Promise<void> {
  await must(bed.trivy.bin, [
    'image',
    '--format=json',
    `--output=${join(folder, 'peer.json')}`,
    `--cache-dir=${cache}`,
    '--scanners=vuln,secret',
    '--image-config-scanners=misconfig,secret',
    `--db-repository=${bed.trivy.dbRepository}`,
    '--no-progress',
    '--offline-scan',
    '--skip-version-check',
    '--skip-check-update',
    '--disable-telemetry',
    `--input=${layout}`,
  ]);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
