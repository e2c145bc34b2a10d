import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { field } from '../../actions/shared/json/json.ts';
import { must, root } from '../../scripts/run.ts';
import { type Bed, up } from '../../testbed/bed.ts';
import { type ActOptions, type ActRun, runAct } from '../../testbed/loop/act.ts';
import { CallersRepository } from '../../testbed/loop/repository.ts';
import { copySuite, localRepositories } from '../../testbed/loop/suite.ts';
import { toolPath } from '../../testbed/tools/ensure.ts';
import { acceptLanguage, writeVulnerabilityDb } from '../support/vulndb.ts';

/**
 * The first half of the reusable workflow with everything on that it offers: what verify finds out about the binary
 * reaches the scan and the signature. It ends at staging, for which there is no cluster.
 */

let bed: Bed;
let folder: string;
let cosign: string;
beforeAll(async () => {
  bed = await up();
  cosign = await toolPath('cosign');
  folder = await mkdtemp(join(tmpdir(), 'seatrial-workflow-'));
}, 1_200_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const service = {
  'go.mod': 'module example.com/greeter\n\ngo 1.26\n\nrequire golang.org/x/text v0.3.7\n',
  'go.sum':
    'golang.org/x/text v0.3.7 h1:olpwvP2KacW1ZWvsR7uQhoyTYvKAupfQrRGBFM352Gk=\ngolang.org/x/text v0.3.7/go.mod h1:u+2+/6zg+i71rQMx5EYifcz6MCKuco9NR6JIITiCfzQ=\n',
  // x/text 0.3.7 has a vulnerability in another function than the one that is called.
  'main.go':
    'package main\n\nimport "golang.org/x/text/language"\n\nfunc greet() string { return language.English.String() }\n\nfunc main() { println(greet()) }\n',
  'main_test.go':
    'package main\n\nimport "testing"\n\nfunc TestGreet(t *testing.T) {\n\tif greet() != "en" {\n\t\tt.Fail()\n\t}\n}\n',
};

/** The caller's repository, with everything switched on. */
async function callers(image: string): Promise<CallersRepository> {
  await mkdir(join(folder, 'service'));
  for (const [name, text] of Object.entries(service)) await writeFile(join(folder, 'service', name), text);
  const repository = await CallersRepository.create(
    join(folder, 'repository'),
    join(folder, 'service'),
    join(root, 'action-templates', 'workflows', 'ship.yml'),
    {
      service: 'greeter',
      image,
      prometheus: 'http://127.0.0.1:1',
      'minimum-coverage': 0,
      reachability: 'binary',
      'vulnerability-db': await writeVulnerabilityDb(join(folder, 'vulndb'), [acceptLanguage]),
      unreachable: 'report',
      'trivy-db-repository': bed.trivy.dbRepository,
      sign: 'key',
      'transparency-log': 'false',
    },
  );
  await addSecrets(join(repository.folder, '.github', 'workflows', 'ship.yml'));
  await repository.writePushEvent(join(folder, 'event.json'), await repository.commitAll('Greet', 1));
  return repository;
}

/** A key pair in the folder, and the secrets of the caller's repository. */
async function keys(): Promise<void> {
  await must(cosign, ['generate-key-pair'], {
    cwd: folder,
    env: { ...process.env, COSIGN_PASSWORD: 'secret' },
  });
  const key = await readFile(join(folder, 'cosign.key'), 'utf8');
  const secrets = `GITHUB_TOKEN=stand-in-token\nCOSIGN_PRIVATE_KEY=${JSON.stringify(key)}\nCOSIGN_PASSWORD=secret\n`;
  await writeFile(join(folder, 'secrets'), secrets, { mode: 0o600 });
}

async function act(repository: CallersRepository, lines: string[]): Promise<ActRun> {
  const suite = join(folder, 'suite');
  await copySuite(root, suite);
  const workflow = await readFile(join(suite, '.github', 'workflows', 'commit-to-production.yml'), 'utf8');
  const tools = [bed.buildctl, bed.trivy.bin, cosign, await toolPath('govulncheck')].map(dirname);
  const options: ActOptions = {
    act: bed.act,
    repository: repository.folder,
    event: join(folder, 'event.json'),
    secretFile: join(folder, 'secrets'),
    repositories: localRepositories(workflow, suite, join(root, 'testbed', 'act')),
    cache: join(folder, 'act'),
    log: join(folder, 'act.jsonl'),
    nodeFolder: dirname(bed.node),
    env: {
      PATH: [dirname(bed.node), ...tools, process.env['PATH'] ?? ''].join(':'),
      BUILDKIT_HOST: bed.buildkitHost,
      SEATRIAL_LOOP_ARTIFACTS: join(folder, 'artifacts'),
      SEATRIAL_LOOP_APPROVALS: join(folder, 'none.sock'),
      SEATRIAL_LOOP_API: 'http://127.0.0.1:1',
    },
    onLine: (job, line) => lines.push(`${job} ${line}`),
  };
  return runAct(options, AbortSignal.timeout(600_000));
}

test('reachability and bill of materials reach the image job; an unreachable finding does not block, and the image is signed', async () => {
  const image = `${bed.registry}/t-workflow/greeter-${process.pid}`;
  await keys();
  const lines: string[] = [];
  const { steps, summaries } = await act(await callers(image), lines);
  const failed = steps.filter(({ result, job }) => result === 'failure' && /verify|image/i.test(job));
  expect([failed, failed.length === 0 ? '' : lines.slice(-60).join('\n')]).toEqual([[], '']);
  expect(summaries).toContain('Reachable vulnerabilities: 0, 1 more');
  const path = join(folder, 'artifacts', 'greeter-release-record', 'release-record.json');
  const record: unknown = JSON.parse(await readFile(path, 'utf8'));
  expect(record).toMatchObject({
    reachability: { verdict: 'none-reachable' },
    scan: { verdict: 'clean' },
    image: {
      pushed: true,
      signatures: [
        { predicateType: 'https://sigstore.dev/cosign/sign/v1' },
        { predicateType: 'https://slsa.dev/provenance/v1' },
        { predicateType: 'https://cyclonedx.org/bom' },
        { predicateType: 'https://seatrial.dev/release-record/v1' },
      ],
    },
  });
  const digest = String(field(field(record, 'image'), 'digest'));
  const key = `--key=${join(folder, 'cosign.pub')}`;
  await must(cosign, ['verify', key, '--insecure-ignore-tlog', `${image}@${digest}`]);
  expect(lines.join('\n')).not.toContain('BEGIN ENCRYPTED');
}, 700_000);

/** The starter hands on one secret; this caller has a key to sign with instead. */
async function addSecrets(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(
    path,
    text.replace(
      /^ {6}KUBECONFIG:.*$/m,
      '      COSIGN_PRIVATE_KEY: ${{ secrets.COSIGN_PRIVATE_KEY }}\n      COSIGN_PASSWORD: ${{ secrets.COSIGN_PASSWORD }}',
    ),
  );
}
