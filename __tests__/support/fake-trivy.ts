import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exec, ExecOptions } from '../../actions/shared/exec/exec.ts';
import { openLayout } from '../../actions/shared/oci/layout.ts';
import { reportText } from './trivy-report.ts';

export interface Call {
  readonly args: readonly string[];
  readonly options: ExecOptions | undefined;
}

export interface FakeTrivy {
  /** The scans of targets, without downloads, conversions and scans of a base. */
  readonly calls: Call[];
  readonly downloads: Call[];
  readonly exec: Exec;
}

export interface Behaviour {
  /** The report on an image, by the digest of its configuration. */
  readonly report: (imageId: string) => string;
  readonly code?: number;
  /** What the base's SBOM turns out to have. */
  readonly base?: readonly object[];
  /** Answers a download: what it says when it fails, or undefined. */
  readonly download?: (repository: string, attempt: number) => string | undefined;
  readonly now: () => number;
}

/** Writes a database into a cache as trivy leaves it there. */
export async function writeDatabase(cache: string, made: number): Promise<void> {
  await mkdir(join(cache, 'db'), { recursive: true });
  const time = (at: number): string => new Date(at).toISOString();
  const metadata = {
    Version: 2,
    UpdatedAt: time(made),
    NextUpdate: time(made + 24 * 3_600_000),
    DownloadedAt: time(made),
  };
  await writeFile(join(cache, 'db', 'trivy.db'), 'database');
  await writeFile(join(cache, 'db', 'metadata.json'), JSON.stringify(metadata));
}

/** A trivy that writes what a test wants, having looked at the layout as the real one does. */
export function fakeTrivy({ report, code = 0, base = [], download, now }: Behaviour): FakeTrivy {
  const calls: Call[] = [];
  const downloads: Call[] = [];
  const exec: Exec = async (_, args, options) => {
    const value = (name: string): string =>
      args.find((arg) => arg.startsWith(name))?.slice(name.length) ?? '';
    const end = (ended: number, said = ''): { code: number; stdout: string; stderr: string } => {
      if (said !== '') options?.onLine?.(said);
      return { code: ended, stdout: '', stderr: said };
    };
    if (args[0] === '--version') return { code: 0, stdout: 'Version: 0.69.3\n', stderr: '' };
    if (args.includes('--download-db-only')) {
      downloads.push({ args, options });
      const said = download?.(value('--db-repository='), downloads.length);
      if (said !== undefined) return end(1, said);
      await writeDatabase(value('--cache-dir='), now());
      return end(0);
    }
    if (args[0] === 'convert' || args[0] === 'sbom') {
      const sbom = reportText(base, { ArtifactType: 'cyclonedx' });
      await writeFile(value('--output='), args[0] === 'convert' ? '{"bomFormat":"CycloneDX"}' : sbom);
      return end(0);
    }
    calls.push({ args, options });
    const input = value('--input=');
    const imageId = input === '' ? '' : ((await openLayout(input)).images[0]?.manifest.config.digest ?? '');
    await writeFile(value('--output='), report(imageId));
    return end(code);
  };
  return { calls, downloads, exec };
}
