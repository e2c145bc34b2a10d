import { matchesGlob } from 'node:path';
import type { Place } from '../../../shared/errors/user-error.ts';
import type { Scanner } from '../contract.ts';
import { type Finding, type Kind, kinds } from '../findings/finding.ts';

/** A finding that someone decided to live with. */
export interface Ignore {
  readonly id: string;
  /** Kinds it holds for; unset: any. */
  readonly kinds: readonly Kind[] | undefined;
  /** Package, file or target it holds for; unset: wherever the id turns up. */
  readonly subject: string | undefined;
  /** Globs of targets; none: any target. */
  readonly paths: readonly string[];
  /** Package URLs, with or without a version; none: any package. */
  readonly purls: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** When it ends, in milliseconds since the epoch; Infinity when nobody said. */
  readonly expires: number;
  /** Why the product is not affected, in a word of OpenVEX; unset: it is, and somebody lives with it. */
  readonly justification: string | undefined;
  /** What a decision needs and this one does not say. */
  readonly lacks: readonly string[];
  readonly place: Place;
}

/** What ignores do to findings. */
export interface Applied {
  readonly left: readonly Finding[];
  readonly ignored: readonly { readonly finding: Finding; readonly ignore: Ignore }[];
  readonly expired: readonly Ignore[];
  /** Ignores that nothing matches any more. */
  readonly stale: readonly Ignore[];
  /** Ignores without a reason, an owner or an end. */
  readonly lacking: readonly Ignore[];
}

/** Takes away what is ignored today. `scanners` tells what was looked for: an ignore of anything else is not stale. */
export function applyIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  now: number,
  scanners: readonly Scanner[],
): Applied {
  const valid = ignores.filter((ignore) => ignore.expires >= now);
  const left: Finding[] = [];
  const ignored: { finding: Finding; ignore: Ignore }[] = [];
  for (const finding of findings) {
    const ignore = valid.find((one) => covers(one, finding));
    if (ignore === undefined) left.push(finding);
    else ignored.push({ finding, ignore });
  }
  const idle = valid.filter((ignore) => !findings.some((finding) => covers(ignore, finding)));
  return {
    left,
    ignored,
    expired: ignores.filter((ignore) => ignore.expires < now),
    stale: idle.filter((ignore) => kindsOf(ignore).every((kind) => scanners.includes(scannerOf[kind]))),
    lacking: valid.filter(({ lacks }) => lacks.length > 0),
  };
}

function covers(ignore: Ignore, finding: Finding): boolean {
  if (ignore.id !== finding.id && !finding.aliases.includes(ignore.id)) return false;
  if (ignore.kinds !== undefined && !ignore.kinds.includes(finding.kind)) return false;
  const { subject, paths, purls } = ignore;
  if (subject !== undefined && subject !== finding.subject && subject !== finding.target) return false;
  if (paths.length > 0 && !paths.some((path) => matchesGlob(finding.target, path))) return false;
  return purls.length === 0 || purls.some((purl) => isPackage(purl, finding.purl));
}

/** Whether a package is the one a package URL names; one without a version names them all. */
function isPackage(pattern: string, purl: string): boolean {
  const bare = (text: string): string => text.split(/[?#]/, 1)[0] ?? '';
  const [wanted, found] = [bare(pattern), bare(purl)];
  return wanted === found || (found !== '' && wanted === found.replace(/@[^@/]*$/, ''));
}

const scannerOf: Readonly<Record<Kind, Scanner>> = {
  'os-package': 'vuln',
  dependency: 'vuln',
  misconfiguration: 'misconfig',
  secret: 'secret',
  licence: 'license',
};

/** What an ignore can be about: what it says, else what its id looks like. */
function kindsOf({ kinds: said, id }: Ignore): readonly Kind[] {
  if (said !== undefined) return said;
  if (/^(?:CVE|GHSA|GO|DSA|DLA|ALPINE|RUSTSEC|PYSEC|USN|TEMP)-/i.test(id))
    return ['os-package', 'dependency'];
  if (/^(?:AVD-)?[A-Z]{2,5}-?\d{2,4}$/.test(id)) return ['misconfiguration'];
  return kinds;
}
