import type { ContainerFacts } from '../facts/types.ts';
import type { Finding } from '../finding.ts';

type Told = Pick<Finding, 'cause' | 'message' | 'fix'>;

/** A program tells of it at its end; further up it may have been something that it got over. */
const lastWords = 25;

/**
 * Files that a small base image lacks and that a Go program finds out about only by their effect: the bundle of
 * certificate authorities (crypto/x509 trusts nobody then) and the time zones (time.LoadLocation).
 */
export function absentFile({ name, image, log = '', ended }: ContainerFacts): Told | undefined {
  if (ended?.exitCode === 0) return undefined;
  const words = log.trimEnd().split('\n').slice(-lastWords).join('\n');
  const untrusted =
    /x509: (?:certificate signed by unknown authority|failed to load system roots[^\n]*)/.exec(words);
  if (untrusted !== null) {
    return {
      cause: 'missing-file',
      message: `${name} ends since it trusts no authority behind a certificate (${untrusted[0]}): ${image} has no CA certificates, or not those of this peer`,
      fix: 'Add the authorities: a base image with ca-certificates, `COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`, or the CA of a private peer as a mounted file (`SSL_CERT_FILE`).',
    };
  }
  const zone = /unknown time zone (\S+)|open (\S*zoneinfo\S*): no such file/.exec(words);
  if (zone === null) return undefined;
  return {
    cause: 'missing-file',
    message: `${name} ends since it finds no time zone data (${zone[0]}): ${image} has no zoneinfo, or no zone of that name`,
    fix: 'Add `import _ "time/tzdata"` to the program (450 KB), or use a base image with tzdata; check the zone\'s name.',
  };
}
