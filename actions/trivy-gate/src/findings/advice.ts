import { oneLine } from '../../../shared/markdown/untrusted.ts';
import type { Finding } from './finding.ts';

/** What mends a finding, in one sentence; a command where there is one. */
export function adviceFor(finding: Finding): string {
  const fixed = oneLine(finding.fixedIn);
  switch (finding.kind) {
    case 'dependency':
      if (fixed === '')
        return 'No version mends it yet. Replace the module, or ignore it for a while with a reason.';
      if (finding.subject === 'stdlib') return `Build with Go ${fixed} or newer.`;
      if (!/^go/.test(finding.targetType) || !isModule(finding.subject) || !isVersion(lowest(fixed)))
        return `Update to ${fixed}.`;
      return `Run \`go get ${oneLine(finding.subject)}@v${lowest(fixed)}\` and \`go mod tidy\`.`;
    case 'os-package':
      return fixed === ''
        ? 'The distribution has no fix yet. A base without this package (scratch, distroless static) has the finding no more.'
        : `Build on a newer base image that has ${fixed}.`;
    case 'secret':
      return 'Take it out of the image, and make the secret itself worthless: it has to count as known.';
    case 'misconfiguration':
      return oneLine(finding.description);
    case 'licence':
      return 'Replace the package, or ignore it with the reason why its licence is fine here.';
  }
}

/** What is shown as a command gets run: nothing goes in that a shell would take for more than a word. */
function isModule(name: string): boolean {
  return /^[\w.~-]+(?:\/[\w.~-]+)*$/.test(name);
}

function isVersion(text: string): boolean {
  return /^\d[\w.+-]*$/.test(text);
}

/** Advisories may list a fix for each line of releases: `0.3.8, 1.2.0`. */
function lowest(fixed: string): string {
  return (fixed.split(',', 1)[0] ?? '').trim().replace(/^v/, '');
}

/** `golang.org/x/text v0.3.7`, or the file. */
export function subjectOf(finding: Finding): string {
  return oneLine(`${finding.subject} ${finding.installed}`);
}
