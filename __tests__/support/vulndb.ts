import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the Go vulnerability database says about one advisory, as far as govulncheck goes by it. */
interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly module: string;
  readonly fixed: string;
  readonly package: string;
  readonly symbols: readonly string[];
}

/** A real one: the facts are those of pkg.go.dev/vuln/GO-2022-1059. */
export const acceptLanguage: Advisory = {
  id: 'GO-2022-1059',
  aliases: ['CVE-2022-32149', 'GHSA-69ch-w2m2-3vjp'],
  summary: 'Denial of service by a crafted Accept-Language header in golang.org/x/text/language',
  module: 'golang.org/x/text',
  fixed: '0.3.8',
  package: 'golang.org/x/text/language',
  symbols: ['MatchStrings', 'ParseAcceptLanguage'],
};

const modified = '2026-11-01T00:00:00Z';

/** Writes a database that govulncheck reads by `-db file://…` (go.dev/doc/security/vuln/database, API v1). */
export async function writeVulnerabilityDb(folder: string, advisories: readonly Advisory[]): Promise<string> {
  const write = async (name: string, value: unknown): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), JSON.stringify(value));
  };
  await write('index/db.json', { modified });
  await write(
    'index/modules.json',
    [...new Set(advisories.map(({ module }) => module))].map((path) => ({
      path,
      vulns: advisories
        .filter((one) => one.module === path)
        .map(({ id, fixed }) => ({ id, modified, fixed })),
    })),
  );
  await write(
    'index/vulns.json',
    advisories.map(({ id, aliases }) => ({ id, modified, aliases })),
  );
  for (const one of advisories) await write(`ID/${one.id}.json`, entry(one));
  return `file://${folder}`;
}

function entry({ id, aliases, summary, module, fixed, package: path, symbols }: Advisory) {
  return {
    schema_version: '1.3.1',
    id,
    modified,
    published: modified,
    aliases,
    summary,
    affected: [
      {
        package: { name: module, ecosystem: 'Go' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed }] }],
        ecosystem_specific: { imports: [{ path, symbols }] },
      },
    ],
    database_specific: { url: `https://pkg.go.dev/vuln/${id}` },
  };
}
