import { oneLine } from '../../../shared/markdown/untrusted.ts';
import { parseReference } from '../../../shared/oci/reference.ts';
import type { ReleaseRecord } from '../../../shared/record/types.ts';
import type { Finding } from '../findings/finding.ts';
import type { Result } from '../result.ts';

export interface VexFacts {
  readonly record: ReleaseRecord;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Which of the repository's scans this is. */
  readonly name: string;
}

interface Statement {
  readonly finding: Finding;
  readonly justification: string;
  readonly notes: string;
}

/**
 * What does not affect the product, as OpenVEX 0.2.0: findings whose code is not called, and ignores that say why in a
 * word of OpenVEX. An ignore without such a word is a risk somebody took, and nothing to tell others.
 *
 * Undefined when there is nothing to declare: a document without statements is not valid.
 */
export function toOpenVex(result: Result, { record, now, name }: VexFacts): unknown {
  const statements = statementsOf(result);
  if (statements.length === 0) return undefined;
  const { source } = record;
  const run =
    source.run === undefined ? `commit/${source.commit}` : `run/${source.run.id}/${source.run.attempt}`;
  const product = productOf(result, record);
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `https://seatrial.dev/vex/${encodeURI(source.repository)}/${run}/${encodeURIComponent(name)}`,
    author: source.repository,
    timestamp: new Date(now).toISOString(),
    version: 1,
    tooling: 'Seatrial trivy-gate',
    statements: statements.map(({ finding, justification, notes }) => ({
      vulnerability: {
        name: finding.id,
        ...(finding.aliases.length === 0 ? {} : { aliases: [...new Set(finding.aliases)] }),
      },
      products: [{ '@id': product, subcomponents: [{ '@id': finding.purl }] }],
      status: 'not_affected',
      justification,
      // Not `impact_statement`: the schema takes either that or a justification.
      status_notes: notes,
    })),
  };
}

function statementsOf({ applied }: Result): Statement[] {
  const uncalled = applied.left
    .filter(({ reach }) => reach === 'not-called')
    .map((finding) => ({
      finding,
      justification: 'vulnerable_code_not_in_execute_path',
      notes: `No vulnerable function of ${finding.subject} ${finding.installed} is called, by govulncheck at the level of functions.`,
    }));
  const decided = applied.ignored.flatMap(({ finding, ignore }) =>
    ignore.justification === undefined
      ? []
      : [{ finding, justification: ignore.justification, notes: `${ignore.reason} (${ignore.owner})` }],
  );
  const all = [...uncalled, ...decided].filter(({ finding }) => finding.purl !== '');
  const once = new Map(all.map((one) => [JSON.stringify([one.finding.id, one.finding.purl]), one]));
  return [...once.values()].map((one) => ({ ...one, notes: oneLine(one.notes) }));
}

/**
 * The product the statements are about: the image by its digest, else the commit. Never the package alone: that would
 * declare it harmless for everybody.
 */
function productOf({ target, scanned: { digest } }: Result, { image, source }: ReleaseRecord): string {
  const name = target.type === 'image' ? target.path : image?.name;
  if (digest === undefined || name === undefined)
    return `pkg:github/${source.repository.toLowerCase()}@${source.commit}`;
  const { registry, repository } = parseReference(name);
  const last = repository.split('/').at(-1) ?? repository;
  const host = registry === 'docker.io' ? 'index.docker.io' : registry;
  return `pkg:oci/${last}@${encodeURIComponent(digest)}?repository_url=${encodeURIComponent(`${host}/${repository}`)}`;
}
