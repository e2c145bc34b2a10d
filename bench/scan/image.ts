import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../../scripts/run.ts';
import { image } from '../../testbed/oci/image.ts';
import { digestOf, MANIFEST_TYPE, manifestOf } from '../../testbed/oci/push.ts';
import { tar } from '../../testbed/oci/tar.ts';

const source = `package main

import "golang.org/x/text/language"

func main() { println(language.English.String()) }
`;

/** An image of one Go program with a known vulnerability, as an OCI layout below the folder. Gives its path. */
export async function vulnerableImage(folder: string): Promise<string> {
  const module = join(folder, 'app');
  await mkdir(module);
  await writeFile(join(module, 'main.go'), source);
  await writeFile(
    join(module, 'go.mod'),
    'module example.com/app\n\ngo 1.26\n\nrequire golang.org/x/text v0.3.7\n',
  );
  await must('go', ['mod', 'tidy'], { cwd: module });
  await must('go', ['build', '-trimpath', '-o', 'app', '.'], {
    cwd: module,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
  });
  const content = await readFile(join(module, 'app'));
  return writeLayout(join(folder, 'layout'), tar([{ kind: 'file', path: 'app', content, mode: 0o755 }]));
}

async function writeLayout(layout: string, layer: Uint8Array): Promise<string> {
  const artifact = image([layer], { Entrypoint: ['/app'], User: '65532' });
  const manifest = manifestOf(artifact);
  const blobs = join(layout, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  for (const bytes of [manifest, artifact.config.content, ...artifact.layers.map(({ content }) => content)])
    await writeFile(join(blobs, digestOf(bytes).replace('sha256:', '')), bytes);
  const descriptor = { mediaType: MANIFEST_TYPE, digest: digestOf(manifest), size: manifest.length };
  await writeFile(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [descriptor] }));
  await writeFile(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return layout;
}
