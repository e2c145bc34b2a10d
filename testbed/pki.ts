import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { exec } from './exec.ts';
import { writeAtomically } from './files.ts';
import { NODE_ADDRESS, SERVICE_API_ADDRESS } from './machine/network.ts';

/** Who may talk to the API server, and as what. Only the certificates' own uses need openssl; people and parts have tokens. */
export const USERS: Readonly<Record<string, { readonly user: string; readonly groups: string }>> = {
  admin: { user: 'admin', groups: 'system:masters' },
  'controller-manager': { user: 'system:kube-controller-manager', groups: '' },
  scheduler: { user: 'system:kube-scheduler', groups: '' },
  kubelet: { user: 'system:node:seatrial', groups: 'system:nodes' },
  'kube-proxy': { user: 'system:kube-proxy', groups: 'system:node-proxier' },
  istiod: { user: 'seatrial:istiod', groups: 'system:masters' },
  targets: { user: 'seatrial:targets', groups: '' },
};

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const API_NAMES = [
  `IP:${NODE_ADDRESS}`,
  `IP:${SERVICE_API_ADDRESS}`,
  'IP:127.0.0.1',
  'DNS:localhost',
  'DNS:kubernetes',
  'DNS:kubernetes.default',
  'DNS:kubernetes.default.svc',
  'DNS:kubernetes.default.svc.cluster.local',
];

async function makeAuthority(folder: string): Promise<void> {
  const out = ['-keyout', join(folder, 'ca.key'), '-out', join(folder, 'ca.crt')];
  await exec(['openssl', 'req', '-x509', ...NEW_KEY, '-days', '3650', '-subj', '/CN=seatrial-ca', ...out]);
}

async function makeCertificate(
  folder: string,
  name: string,
  subject: string,
  extension: string,
): Promise<void> {
  const file = (ending: string): string => join(folder, `${name}.${ending}`);
  const ca = ['-CA', join(folder, 'ca.crt'), '-CAkey', join(folder, 'ca.key')];
  await exec([
    'openssl',
    'req',
    '-new',
    ...NEW_KEY,
    '-subj',
    subject,
    '-keyout',
    file('key'),
    '-out',
    file('csr'),
  ]);
  writeAtomically(file('ext'), extension);
  // A serial of its own instead of the counter file: certificates are made side by side.
  const serial = ['-set_serial', `0x${randomBytes(8).toString('hex')}`];
  const out = ['-out', file('crt'), '-extfile', file('ext')];
  await exec(['openssl', 'x509', '-req', '-in', file('csr'), ...ca, ...serial, '-days', '3650', ...out]);
}

function makeServiceAccountKey(folder: string): void {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  writeAtomically(join(folder, 'sa.key'), pair.privateKey, 0o600);
  writeAtomically(join(folder, 'sa.pub'), pair.publicKey);
}

function makeTokens(folder: string): void {
  const lines: string[] = [];
  for (const [name, { user, groups }] of Object.entries(USERS)) {
    const token = randomBytes(16).toString('hex');
    writeAtomically(join(folder, `${name}.token`), token, 0o600);
    lines.push(`${token},${user},${user},"${groups}"`);
  }
  writeAtomically(join(folder, 'tokens.csv'), `${lines.join('\n')}\n`, 0o600);
}

/** Makes all keys, certificates and tokens in `folder`, unless they are there. The last file written says they are whole. */
export async function ensurePki(folder: string): Promise<void> {
  const stamp = join(folder, 'complete');
  if (existsSync(stamp)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await makeAuthority(folder);
  await Promise.all([
    makeCertificate(folder, 'api-server', '/CN=kube-apiserver', `subjectAltName=${API_NAMES.join(',')}`),
    makeCertificate(
      folder,
      'kubelet-client',
      '/O=system:masters/CN=api-server',
      'extendedKeyUsage=clientAuth',
    ),
    makeCertificate(folder, 'front-proxy', '/CN=front-proxy', 'extendedKeyUsage=clientAuth'),
  ]);
  makeServiceAccountKey(folder);
  makeTokens(folder);
  writeAtomically(stamp, '');
}

/** A kubeconfig with one context. */
export function kubeconfig(server: string, authority: string, token: string): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'seatrial',
        cluster: { server, 'certificate-authority-data': Buffer.from(authority).toString('base64') },
      },
    ],
    users: [{ name: 'seatrial', user: { token } }],
    contexts: [{ name: 'seatrial', context: { cluster: 'seatrial', user: 'seatrial' } }],
    'current-context': 'seatrial',
  });
}
