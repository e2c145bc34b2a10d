import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parseChallenge } from '../../../../actions/shared/registry/auth.ts';
import { type Credentials, dockerCredentials } from '../../../../actions/shared/registry/credentials.ts';
import { isLoopback, registryUrl } from '../../../../actions/shared/registry/loopback.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-docker-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const auth = Buffer.from('bob:p:w').toString('base64');

async function look(registry: string, config: unknown, helper?: { code: number; stdout: string }) {
  await writeFile(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  const asked: string[] = [];
  const masked: string[] = [];
  const found: Credentials | undefined = await dockerCredentials(registry, {
    env: { DOCKER_CONFIG: folder },
    exec: async (file, args, options) => {
      asked.push([file, ...args, options?.stdin].join(' '));
      return { stderr: '', ...(helper ?? { code: 1, stdout: '' }) };
    },
    mask: async (secret) => void masked.push(secret),
  });
  return { found, asked, masked };
}

test('what docker login left in the file is used and masked', async () => {
  const { found, masked } = await look('ghcr.io', { auths: { 'ghcr.io': { auth } } });
  expect(found).toEqual({ kind: 'password', username: 'bob', password: 'p:w' });
  expect(masked).toEqual(['p:w']);
});

test('Docker Hub stands under its oldest address', async () => {
  const { found } = await look('docker.io', { auths: { 'https://index.docker.io/v1/': { auth } } });
  expect(found).toMatchObject({ username: 'bob' });
});

test('a helper for the registry is asked over stdin, before the file', async () => {
  const config = { credHelpers: { 'ghcr.io': 'gh' }, auths: { 'ghcr.io': { auth } } };
  const { found, asked } = await look('ghcr.io', config, {
    code: 0,
    stdout: JSON.stringify({ Username: '<token>', Secret: 'id' }),
  });
  expect(asked).toEqual(['docker-credential-gh get ghcr.io']);
  expect(found).toEqual({ kind: 'identity-token', token: 'id' });
});

test('nothing known is nobody; a damaged file is told', async () => {
  expect((await look('ghcr.io', { credsStore: 'desktop' })).found).toBeUndefined();
  await expect(look('ghcr.io', '{nonsense')).rejects.toThrow('is no JSON');
});

test('challenges are read in all their spellings', () => {
  expect(parseChallenge('Bearer realm="https://a/token",service="b c",scope="x"')).toEqual({
    scheme: 'bearer',
    realm: 'https://a/token',
    service: 'b c',
  });
  expect(parseChallenge('basic realm=x')).toMatchObject({ scheme: 'basic' });
  expect(parseChallenge('Negotiate')).toBeUndefined();
});

test('plain http is for this machine only', () => {
  expect(registryUrl('127.0.0.1:5000').protocol).toBe('http:');
  expect(registryUrl('[::1]:5000').protocol).toBe('http:');
  expect(registryUrl('10.0.0.1:5000').protocol).toBe('https:');
  expect(isLoopback('127.0.0.1.example.com')).toBe(false);
  expect(registryUrl('docker.io').host).toBe('registry-1.docker.io');
});
