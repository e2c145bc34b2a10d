import { joinFlags } from '../../../shared/go/flags.ts';
import { code, details, table } from '../../../shared/markdown/markdown.ts';
import { formatBytes } from '../../../shared/units/bytes.ts';
import { platformName } from '../plan/platform.ts';
import { reachabilitySummary, sizeSummary } from './evidence.ts';
import type { Result } from './publish.ts';

/** What people read when all is built. */
export function summaryOf(result: Result, shown: (path: string) => string): string {
  const { built, plan } = result;
  const rows = built.map(({ target, size, linkage, bases, sha256 }) => [
    code(shown(target.path)),
    platformName(target.platform),
    formatBytes(size),
    linkage.kind === 'glibc' ? `glibc ${linkage.glibc ?? ''}`.trim() : linkage.kind,
    bases.slice(0, 3).join(', ') || 'one that brings its libraries',
    code(sha256.slice(0, 12)),
  ]);
  const head = `### ${built.length === 1 ? 'Binary' : `${built.length} binaries`} built: ${code(plan.stamp.version)}`;
  return [
    head,
    table(['binary', 'platform', 'size', 'linkage', 'runs on', 'sha256'], rows),
    ...plan.notes.map((note) => `- ${note}`),
    ...reachabilitySummary(result.evidence.reachability),
    ...sizeSummary(result.evidence.sizes),
    details('Proof and settings', proof(result)),
  ].join('\n\n');
}

function proof({ built, plan, cacheLine }: Result): string {
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
    `${built[0]?.info.goVersion ?? ''}, commit ${code(plan.stamp.commit.slice(0, 12))}, ${cacheLine}`,
  ].join('\n\n');
}
