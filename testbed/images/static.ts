import { existsSync } from 'node:fs';
import { image } from '../oci/image.ts';
import type { Artifact } from '../oci/push.ts';
import { type TarEntry, tar } from '../oci/tar.ts';
import { commonFiles, copyFolder, textFile, withParents } from './files.ts';

const ZONES = '/usr/share/zoneinfo';

/** What scanners tell a distribution and its packages by, as in distroless images. */
function identity(): readonly TarEntry[] {
  const packages = [
    ['base', 'base-files', '12.4+deb12u11'],
    ['tzdata', 'tzdata', '2025b-0+deb12u1'],
  ] as const;
  return [
    textFile(
      'etc/os-release',
      'PRETTY_NAME="Distroless (stand-in made by Seatrial\'s test bed)"\nNAME="Debian GNU/Linux"\nID="debian"\nVERSION_ID="12"\nVERSION="Debian GNU/Linux 12 (bookworm)"\n',
    ),
    ...packages.map(([file, name, version]) =>
      textFile(
        `var/lib/dpkg/status.d/${file}`,
        `Package: ${name}\nVersion: ${version}\nArchitecture: amd64\nMaintainer: none\nDescription: listed for scanners\n`,
      ),
    ),
  ];
}

/** Stands in for `distroless/static:nonroot`: no shell, no libc; authorities, time zones, and a user that isn't root. */
export function staticImage(): Artifact {
  const zones = existsSync(ZONES) ? copyFolder(ZONES, 'usr/share/zoneinfo') : [];
  const layer = tar(withParents([...commonFiles(), ...identity(), ...zones]));
  return image([layer], {
    Env: [
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt',
    ],
    User: '65532',
    WorkingDir: '/home/nonroot',
  });
}
