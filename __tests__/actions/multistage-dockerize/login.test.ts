import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contract } from '../../../actions/multistage-dockerize/src/contract.ts';
import { type Login, openLogin } from '../../../actions/multistage-dockerize/src/registry/login.ts';
import { inputsOf } from '../../support/context.ts';

let folder: string;
let docker: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-login-'));
  docker = join(folder, 'home', '.docker');
  await mkdir(docker, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inputs = (given: Record<string, string> = {}) =>
  inputsOf(contract, { image: 'r.example/acme/app', ...given }, folder);

const logIn = (env: Record<string, string> = {}): Promise<Login> =>
  openLogin(inputs({ 'registry-username': 'bob', 'registry-password': 's3cret' }), {
    env: { HOME: join(folder, 'home'), XDG_RUNTIME_DIR: folder, PATH: '/usr/bin:/bin', ...env },
    temp: folder,
  });

const read = async (path: string | undefined): Promise<unknown> =>
  JSON.parse(await readFile(path ?? '', 'utf8'));

test('other programs log in through a helper that keeps the password nowhere, beside what the caller has set up', async () => {
  await mkdir(join(docker, 'cli-plugins'));
  await writeFile(
    join(docker, 'config.json'),
    '{"credHelpers":{"ecr.example":"ecr-login"},"auths":{"x.example":{}}}',
  );
  const login = await logIn();
  const config = login.env['DOCKER_CONFIG'] ?? '';
  expect((await readdir(config)).sort()).toEqual([
    'auth.json',
    'cli-plugins',
    'config.json',
    'docker-credential-seatrial',
  ]);
  expect(await read(join(config, 'config.json'))).toEqual({
    credHelpers: { 'ecr.example': 'ecr-login', 'r.example': 'seatrial' },
    auths: { 'x.example': {} },
  });
  for (const name of ['auth.json', 'config.json', 'docker-credential-seatrial'])
    expect(await readFile(join(config, name), 'utf8')).not.toContain('s3cret');
  const asked = promisify(execFile)('docker-credential-seatrial', ['get'], { env: login.env });
  asked.child.stdin?.end('r.example');
  expect(JSON.parse((await asked).stdout)).toEqual({
    ServerURL: 'r.example',
    Username: 'bob',
    Secret: 's3cret',
  });
  await login.close();
  expect(await readdir(folder)).toEqual(['home']);
  expect(await readdir(docker)).toEqual(['cli-plugins', 'config.json']);
  expect(await openLogin(inputs(), { env: {}, temp: folder })).toMatchObject({ env: {} });
});

test("links beside docker's configuration are not written through", async () => {
  const precious = join(folder, 'precious');
  await writeFile(precious, '{"auths":{"p.example":{"auth":"cA=="}}}');
  for (const name of ['auth.json', 'docker-credential-seatrial', 'config.json'])
    await symlink(precious, join(docker, name));
  const login = await logIn({ REGISTRY_AUTH_FILE: join(docker, 'auth.json') });
  expect(await readFile(precious, 'utf8')).toBe('{"auths":{"p.example":{"auth":"cA=="}}}');
  const expected = { auths: { 'p.example': { auth: 'cA==' } }, credHelpers: { 'r.example': 'seatrial' } };
  expect(await read(login.env['REGISTRY_AUTH_FILE'])).toEqual(expected);
});

test('the log-ins of docker and podman are merged registry by registry, and none of them hides ours', async () => {
  const [hub, old] = [{ auth: 'aHVi' }, { auth: 'b2xk' }];
  const dockers = {
    auths: { 'https://index.docker.io/v1/': hub, 'quay.example': old, 'r.example': old },
    credHelpers: { 'ecr.example': 'ecr-login', 'pod.example': 'desktop' },
  };
  const podmans = {
    auths: { 'quay.example': hub, 'pod.example': hub, 'r.example/acme': old },
    credHelpers: { 'g.example': 'gcr' },
  };
  await writeFile(join(docker, 'config.json'), JSON.stringify(dockers));
  await mkdir(join(folder, 'containers'));
  await writeFile(join(folder, 'containers', 'auth.json'), JSON.stringify(podmans));
  const { env } = await logIn();
  expect(await read(env['REGISTRY_AUTH_FILE'])).toEqual({
    auths: { 'docker.io': hub, 'quay.example': hub, 'pod.example': hub },
    credHelpers: { 'ecr.example': 'ecr-login', 'g.example': 'gcr', 'r.example': 'seatrial' },
  });
  expect(await read(join(env['DOCKER_CONFIG'] ?? '', 'config.json'))).toEqual({
    auths: { 'https://index.docker.io/v1/': hub, 'quay.example': old },
    credHelpers: { 'ecr.example': 'ecr-login', 'pod.example': 'desktop', 'r.example': 'seatrial' },
  });
});

test('a log-in that can not be made leaves nothing', async () => {
  await writeFile(join(docker, 'config.json'), '{nonsense');
  await expect(logIn()).rejects.toThrow('is no JSON');
  expect(await readdir(folder)).toEqual(['home']);
});
