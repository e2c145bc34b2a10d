import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { exec } from '../exec.ts';
import { textAt } from '../json.ts';
import { type Artifact, push, readManifest } from '../oci/push.ts';
import { tar } from '../oci/tar.ts';
import { type Plan, registryOf } from '../plan.ts';

/** The tag is the database's schema version: trivy asks for no other. */
export const TRIVY_DB = { repository: 'seatrial/trivy-db', tag: '2' };

const CREATED = 'org.opencontainers.image.created';
/** trivy takes the database for fresh for 24 hours; a bed that stays up for a working day must not see it grow old. */
const RENEW_AFTER_MS = 6 * 3_600_000;

/** The database's two files as trivy's publishers pack them. */
export function databaseArtifact(database: Uint8Array, metadata: Uint8Array, created: Date): Artifact {
  const packed = gzipSync(
    tar([
      { kind: 'file', path: 'trivy.db', content: database },
      { kind: 'file', path: 'metadata.json', content: metadata },
    ]),
  );
  return {
    config: { mediaType: 'application/vnd.aquasec.trivy.config.v1+json', content: Buffer.from('{}') },
    layers: [
      {
        mediaType: 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip',
        content: packed,
        annotations: { 'org.opencontainers.image.title': 'db.tar.gz' },
      },
    ],
    annotations: { [CREATED]: created.toISOString() },
  };
}

/** Makes the database anew and puts it into the registry, unless the one there is young. */
export async function pushTrivyDatabase({ ports, bin }: Plan): Promise<void> {
  const registry = registryOf(ports);
  const known = await readManifest(registry, TRIVY_DB.repository, TRIVY_DB.tag);
  const created = Date.parse(textAt(known, 'annotations', CREATED));
  if (Date.now() - created < RENEW_AFTER_MS) return;
  const folder = mkdtempSync(join(tmpdir(), 'seatrial-trivydb-'));
  try {
    await exec([bin('trivydb'), folder]);
    const read = (name: string): Buffer => readFileSync(join(folder, name));
    const artifact = databaseArtifact(read('trivy.db'), read('metadata.json'), new Date());
    await push(artifact, registry, TRIVY_DB.repository, TRIVY_DB.tag);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
