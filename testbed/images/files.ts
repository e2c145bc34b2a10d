import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readText } from '../files.ts';
import type { TarEntry } from '../oci/tar.ts';

/** A file from text. */
export const textFile = (path: string, content: string): TarEntry => ({
  kind: 'file',
  path,
  content: Buffer.from(content),
});

/** The entries for a folder of this machine and all below it, placed at `path` in the image, in a fixed order. */
export function copyFolder(from: string, path: string): readonly TarEntry[] {
  const entries = readdirSync(from, { withFileTypes: true }).sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
  const below = entries.flatMap((entry): readonly TarEntry[] => {
    const [source, target] = [join(from, entry.name), join(path, entry.name)];
    if (entry.isDirectory()) return copyFolder(source, target);
    if (entry.isSymbolicLink()) return [{ kind: 'link', path: target, to: readlinkSync(source) }];
    return entry.isFile() ? [{ kind: 'file', path: target, content: readFileSync(source) }] : [];
  });
  return [{ kind: 'folder', path }, ...below];
}

/** Adds the folders that entries lie in and nobody listed, each once and before its content. */
export function withParents(entries: readonly TarEntry[]): readonly TarEntry[] {
  const listed = new Set(entries.filter((entry) => entry.kind === 'folder').map((entry) => entry.path));
  const complete: TarEntry[] = [];
  for (const entry of entries) {
    const parents: string[] = [];
    for (let path = dirname(entry.path); path !== '.'; path = dirname(path)) parents.unshift(path);
    for (const path of parents.filter((parent) => !listed.has(parent))) {
      listed.add(path);
      complete.push({ kind: 'folder', path });
    }
    complete.push(entry);
  }
  return complete;
}

const CERTIFICATES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/** What both base images hold: the authorities this machine trusts, users, a place for temporary files. */
export function commonFiles(): readonly TarEntry[] {
  const trusted = CERTIFICATES.map(readText).find((text) => text !== undefined) ?? '';
  return [
    { kind: 'folder', path: 'tmp', mode: 0o1777 },
    { kind: 'folder', path: 'root', mode: 0o700 },
    { kind: 'folder', path: 'home' },
    { kind: 'folder', path: 'home/nonroot', mode: 0o700, owner: 65_532 },
    textFile(
      'etc/passwd',
      'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n',
    ),
    textFile('etc/group', 'root:x:0:\nnobody:x:65534:\nnonroot:x:65532:\n'),
    textFile('etc/nsswitch.conf', 'hosts: files dns\n'),
    textFile('etc/ssl/certs/ca-certificates.crt', trusted),
  ];
}
