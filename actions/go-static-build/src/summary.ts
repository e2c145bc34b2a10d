import type { CacheReport } from '../../shared/go/cache.ts';
import { joinFlags } from '../../shared/go/flags.ts';
import { code, details, table } from '../../shared/markdown/markdown.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import type { Built } from './build.ts';
import { platformName } from './platform.ts';
import type { Stamp } from './version.ts';

/** What people read when all is built. */
export function summaryOf(
  built: readonly Built[],
  facts: {
    stamp: Stamp;
    goVersion: string;
    cache: CacheReport;
    notes: readonly string[];
    shown: (path: string) => string;
  },
): string {
  const rows = built.map(({ target, size, linkage, bases, sha256 }) => [
    code(facts.shown(target.path)),
    platformName(target.platform),
    formatBytes(size),
    linkage.kind === 'glibc' ? `glibc ${linkage.glibc ?? ''}`.trim() : linkage.kind,
    bases.slice(0, 3).join(', ') || 'one that brings its libraries',
    code(sha256.slice(0, 12)),
  ]);
  const head = `### ${built.length === 1 ? 'Binary' : `${built.length} binaries`} built: ${code(facts.stamp.version)}`;
  return [
    head,
    table(['binary', 'platform', 'size', 'linkage', 'runs on', 'sha256'], rows),
    ...facts.notes.map((note) => `- ${note}`),
    details('Proof and settings', proof(built, facts)),
  ].join('\n\n');
}

function proof(
  built: readonly Built[],
  { goVersion, cache, stamp }: { goVersion: string; cache: CacheReport; stamp: Stamp },
): string {
  const rows = built.map(({ target, prepared, linkage, stripped }) => [
    target.name,
    platformName(target.platform),
    linkage.because,
    prepared.cgo
      ? `on, used by ${prepared.uses.map(({ importPath }) => importPath).join(', ') || 'nothing'}`
      : 'off',
    code(joinFlags(prepared.flags.ldflags)),
    stripped ? 'yes' : 'no',
  ]);
  return [
    table(['binary', 'platform', 'the ELF file says', 'cgo', 'ldflags', 'stripped'], rows),
    `${goVersion}, commit ${code(stamp.commit.slice(0, 12))}, cache: ${cache.status} (${cache.note})`,
  ].join('\n\n');
}
