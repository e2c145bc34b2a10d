import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { architecture, image } from '../oci/image.ts';
import { type Artifact, digestOf, manifestOf, push } from '../oci/push.ts';
import { tar } from '../oci/tar.ts';

/** References by digest of the images that the failure tests use. */
export interface FaultyImages {
  /** The program of this folder. */
  readonly good: string;
  /** The same content with another label, so another digest: a next release. */
  readonly next: string;
  /** A program file of another processor. */
  readonly foreign: string;
  /** A program that asks for an interpreter that the image doesn't hold. */
  readonly uninterpreted: string;
  /** An image that was never pushed. */
  readonly missing: string;
}

const repository = 'seatrial-test/faulty';

/** Builds the faulty program once and pushes its images. What the registry has already is not sent again. */
export async function pushFaulty(registry: string): Promise<FaultyImages> {
  const program = await build();
  const put = async (artifact: Artifact, tag: string): Promise<string> =>
    `${registry}/${repository}@${await push(artifact, registry, repository, tag)}`;
  const never = digestOf(manifestOf(withProgram(Buffer.from('never pushed'), '0')));
  return {
    good: await put(withProgram(program, '1'), 'good'),
    next: await put(withProgram(program, '2'), 'next'),
    foreign: await put(withProgram(forOtherProcessor(program), '1'), 'foreign'),
    uninterpreted: await put(withProgram(Buffer.from('#!/lib/no-such-interpreter\n'), '1'), 'uninterpreted'),
    missing: `${registry}/${repository}@${never}`,
  };
}

async function build(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-faulty-'));
  const output = join(folder, 'faulty');
  try {
    await promisify(execFile)('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', output, '.'], {
      cwd: import.meta.dirname,
      env: { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOFLAGS: '-buildvcs=false' },
    });
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function withProgram(program: Uint8Array, version: string): Artifact {
  const layer = tar([{ kind: 'file', path: 'faulty', content: program, mode: 0o755 }]);
  return image([layer], {
    Entrypoint: ['/faulty'],
    User: '65532:65532',
    Labels: { 'org.opencontainers.image.version': version },
  });
}

/** ELF header, offset 18: the processor. 183 is arm64, 62 amd64. */
function forOtherProcessor(program: Buffer): Buffer {
  const copy = Buffer.from(program);
  copy.writeUInt16LE(architecture() === 'amd64' ? 183 : 62, 18);
  return copy;
}
