import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../../shared/errors/user-error.ts';
import { nameOf } from '../../shared/kube/values.ts';
import type { Manifest } from '../../shared/manifests/types.ts';
import type { Finding } from '../../shared/rollout/finding.ts';

const longest = 6000;
const longestLine = 700;

/** The manifest line that a finding is about. */
export function placeOf(finding: Finding, manifests: readonly Manifest[]): Place | undefined {
  const manifest = manifests.find(
    ({ object }) =>
      object.kind === finding.ref.kind &&
      object.metadata.name === finding.ref.name &&
      object.metadata.namespace === finding.ref.namespace,
  );
  return manifest?.placeOf(finding.path);
}

/**
 * The source line of a panic as a file of the repository: compilers know other folders than the checkout, so the
 * longest end of the path that is there counts.
 */
export function sourcePlace(finding: Finding, workspace: string): Place | undefined {
  if (finding.source === undefined) return undefined;
  const parts = finding.source.file.split('/').filter((part) => part !== '' && part !== '.');
  for (let from = 0; from < parts.length; from += 1) {
    const file = parts.slice(from).join('/');
    if (existsSync(join(workspace, file))) return { file, line: finding.source.line };
  }
  return undefined;
}

/** Findings as text: what, where, what proves it, what to do. */
export function asText(findings: readonly Finding[], manifests: readonly Manifest[]): string {
  const parts = findings.map((finding) => {
    const place = placeOf(finding, manifests);
    return [
      `${finding.cause}: ${subjectOf(finding)}`,
      finding.message,
      ...(place === undefined ? [] : [`manifest: ${shown(place)}`]),
      ...finding.evidence.map(cut),
      `what to do: ${finding.fix}`,
    ].join('\n');
  });
  return shortened(parts.join('\n\n'));
}

/** At most as long as the output `diagnosis` may be. */
export function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 2)}\n…`;
}

/** A line of evidence may be a whole document of JSON; its beginning has to leave room for the others. */
function cut(line: string): string {
  return line.length <= longestLine ? line : `${line.slice(0, longestLine)}…`;
}

export function subjectOf({ ref, container }: Finding): string {
  return `${nameOf(ref)}${container === undefined ? '' : `, container ${container}`}`;
}

export function shown({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}
