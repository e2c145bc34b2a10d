import { expect, test } from '@jest/globals';
import { registryKind } from '../../../../actions/shared/registry/kinds.ts';

test.each([
  ['ghcr.io', 'bob', /packages: write/],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'AWS', /create it first/],
  ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'AWS', /get-login-password/],
  ['europe-docker.pkg.dev', 'oauth2accesstoken', /Artifact Registry Writer/],
  ['acme.azurecr.io', '00000000-0000-0000-0000-000000000000', /AcrPush/],
  ['docker.io', undefined, /access token with Read & Write/],
  ['harbor.acme.example:8443', undefined, /robot\$/],
  ['registry.acme.example', undefined, /robot\$/],
  ['127.0.0.1:5000', undefined, /registry-username/],
])('%s is known by its host', (host, username, refused) => {
  const kind = registryKind(host, 'bob');
  expect(kind.username).toBe(username);
  expect(kind.refused).toMatch(refused);
});

test('a host that only looks like a known one is no such registry', () => {
  for (const host of [
    'ghcr.io.evil.example',
    '1.dkr.ecr.eu-west-1.amazonaws.com',
    'amazonaws.com',
    'notgcr.io',
  ])
    expect(registryKind(host, 'bob').username).toBeUndefined();
});
