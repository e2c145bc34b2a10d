import { readFile } from 'node:fs/promises';
import { UserError } from '../../../shared/errors/user-error.ts';
import { field, parsed, textOf, textsOf } from '../../../shared/json/json.ts';
import type { Finding } from '../findings/finding.ts';
import type { TargetType } from '../target.ts';

/** A VEX document that trivy is given. */
export interface VexDocument {
  readonly path: string;
  /** Vulnerabilities it declares harmless, where the format tells (OpenVEX). */
  readonly harmless: readonly string[];
}

/** Reads VEX documents. Throws a UserError for one that trivy would not understand, or only for an SBOM. */
export async function readVex(paths: readonly string[], target: TargetType): Promise<readonly VexDocument[]> {
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8').catch(() => undefined);
      if (text === undefined) throw refused(path, "can't be read");
      return parseVex(text, path, target);
    }),
  );
}

/** Parses OpenVEX; CSAF and CycloneDX are left to trivy. */
export function parseVex(text: string, path: string, target: TargetType): VexDocument {
  const document = parsed(text);
  if (field(document, 'bomFormat') === 'CycloneDX') {
    if (target === 'sbom') return { path, harmless: [] };
    throw refused(path, 'is CycloneDX, which tells by references into an SBOM and holds for that SBOM only');
  }
  if (Array.isArray(field(document, 'vulnerabilities')) && field(document, 'document') !== undefined)
    return { path, harmless: [] };
  const context = textOf(field(document, '@context')) ?? '';
  const statements = field(document, 'statements');
  if (!context.startsWith('https://openvex.dev/ns') || !Array.isArray(statements))
    throw refused(path, 'is neither OpenVEX (`@context`, `statements`) nor CSAF');
  const harmless = statements
    .filter((statement) => ['not_affected', 'fixed'].includes(textOf(field(statement, 'status')) ?? ''))
    .flatMap((statement) => {
      const vulnerability = field(statement, 'vulnerability');
      return [
        textOf(field(vulnerability, 'name')) ?? textOf(vulnerability) ?? '',
        ...aliasesOf(vulnerability),
      ];
    });
  return { path, harmless: harmless.filter((name) => name !== '') };
}

function aliasesOf(vulnerability: unknown): readonly string[] {
  return textsOf(field(vulnerability, 'aliases'));
}

function refused(path: string, what: string): UserError {
  return new UserError(`the VEX document ${path} ${what}`, {
    fix: 'Give OpenVEX, such as the output `vex` of this action, or leave `vex` out.',
  });
}

/**
 * Findings that a document declares harmless and that are there all the same: the statement names another product than
 * the one scanned, and nobody would notice.
 */
export function unmatched(
  documents: readonly VexDocument[],
  left: readonly Finding[],
): { readonly document: VexDocument; readonly finding: Finding }[] {
  return documents.flatMap((document) =>
    left
      .filter(({ id, aliases }) => [id, ...aliases].some((name) => document.harmless.includes(name)))
      .map((finding) => ({ document, finding })),
  );
}
