import type { ReleaseRecord } from '../../actions/shared/record/types.ts';

/** Every field there, also the ones that a record may lack. */
type Whole<T> = T extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<T[Key]> }
    : T;

const sha = 'a'.repeat(64);

/** A record with every field of every section: the compiler asks for each that is added to the types. */
export const wholeRecord: Whole<ReleaseRecord> = {
  version: 1,
  source: {
    repository: 'acme/checkout',
    commit: '0123456789abcdef0123456789abcdef01234567',
    ref: 'refs/heads/main',
    pullRequest: { number: 12, url: 'https://github.com/acme/checkout/pull/12', title: 'Faster payments' },
    run: {
      id: '7',
      attempt: '1',
      url: 'https://github.com/acme/checkout/actions/runs/7',
      number: 42,
      workflow: '.github/workflows/ship.yml',
    },
  },
  quality: {
    verdict: 'fail',
    tests: { passed: 3, failed: 1, skipped: 0 },
    coverage: 91.5,
    minimumCoverage: 80,
    reasons: ['1 test failed'],
  },
  binaries: [
    {
      package: '.',
      path: 'dist/checkout',
      platform: 'linux/amd64',
      sha256: sha,
      size: 12_000_000,
      linkage: 'glibc',
      glibc: '2.34',
      runtimeBases: ['gcr.io/distroless/base'],
      goVersion: 'go1.24.4',
      module: 'example.com/checkout',
      version: 'v1.2.3',
      sizeChange: -20_480,
      reproducible: true,
      flags: {
        cgo: true,
        trimpath: true,
        ldflags: '-s -w',
        tags: '',
        pgo: 'default.pgo',
        fips: 'v1.0.0-c2097c7c',
      },
    },
  ],
  sboms: [
    {
      path: '/tmp/seatrial/build/root/checkout.cdx.json',
      format: 'CycloneDX 1.6',
      sha256: sha,
      binarySha256: sha,
      components: 2,
    },
  ],
  reachability: {
    verdict: 'reachable',
    reason: '',
    scanner: {
      name: 'govulncheck',
      version: 'v1.9.0',
      database: 'https://vuln.go.dev',
      databaseUpdatedAt: '2026-01-01T00:00:00Z',
    },
    vulnerabilities: [
      {
        id: 'GO-2022-1059',
        aliases: ['CVE-2022-32149'],
        module: 'golang.org/x/text',
        version: 'v0.3.7',
        fixedIn: 'v0.3.8',
        reachable: true,
        symbols: ['golang.org/x/text/language.ParseAcceptLanguage'],
      },
    ],
  },
  image: {
    name: 'registry.example/checkout',
    tags: ['0123456'],
    digest: `sha256:${sha}`,
    size: 14_000_000,
    base: 'gcr.io/distroless/base',
    pushed: true,
    binarySha256: sha,
    signatures: [{ predicateType: 'https://slsa.dev/provenance/v1', digest: `sha256:${sha}` }],
  },
  scan: {
    target: 'registry.example/checkout',
    digest: `sha256:${sha}`,
    verdict: 'findings',
    scanner: { name: 'trivy', version: '0.69.3', databaseUpdatedAt: '2026-01-01T00:00:00Z' },
    counts: { HIGH: 1 },
    blocking: [{ id: 'CVE-2022-32149', severity: 'HIGH', subject: 'golang.org/x/text', fixedIn: '0.3.8' }],
  },
  rollouts: [
    {
      environment: 'staging',
      namespace: 'shop',
      verdict: 'undone',
      workloads: [
        {
          kind: 'Deployment',
          name: 'checkout',
          revision: '4',
          previousRevision: '3',
          images: ['registry.example/checkout'],
        },
      ],
      causes: [{ cause: 'panic', message: 'panic: nil map' }],
      seconds: 12.5,
    },
  ],
  canary: {
    environment: 'production',
    verdict: 'rolled-back',
    reason: 'errors',
    steps: [{ weight: 5, verdict: 'worse', seconds: 41.2, reason: 'errors' }],
    evidence: { errors: [1, 2] },
    seconds: 60,
  },
  incidents: [
    {
      title: 'Rolled back',
      at: '2026-01-01T00:00:00Z',
      environment: 'production',
      pullRequest: 12,
      url: 'https://github.com/acme/checkout/pull/12',
    },
  ],
};
