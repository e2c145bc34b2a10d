import { bringsAlong } from './brings.ts';
import { type DockerfileRule, familyOf, finalBase, finalChain, finding } from './rule.ts';

const id = 'ca-certificates-missing';

/** What names them, or a package that Debian installs them with. */
const roots =
  /ca-certificates|ca-bundle|\/etc\/(?:ssl|pki)|SSL_CERT_(?:FILE|DIR)|\binstall\b.*\b(?:curl|wget|git|libcurl\w*)\b/;

export const caCertificatesMissing: DockerfileRule = {
  id,
  find: ({ file, needs }) => {
    const base = finalBase(file);
    const [last] = finalChain(file);
    const family = familyOf(base);
    // Alpine and distroless bring a bundle along; Debian's and Ubuntu's images, busybox and nothing at all don't.
    const bare = family === 'scratch' || family === 'debian' || /^busybox(?::|$)/.test(base);
    if (needs?.tlsClient !== true || !bare || last === undefined) return [];
    if (bringsAlong(file, roots)) return [];
    return [
      finding(
        id,
        'production',
        last.firstLine,
        `the program holds a client for TLS (an HTTP transport or crypto/tls dialer is linked in) and ${base} has no root certificates: each call to an https address fails with "x509: certificate signed by unknown authority"`,
        'Take a base that has them (gcr.io/distroless/static), or copy them: `COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`.',
      ),
    ];
  },
};
