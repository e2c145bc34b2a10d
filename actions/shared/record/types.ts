/** Version of the record's shape; `schema/release-record.v1.json` is its published form. */
export const recordVersion = 1;

export interface SourceSection {
  readonly repository: string;
  readonly commit: string;
  readonly ref: string;
  readonly pullRequest?: { readonly number: number; readonly url: string; readonly title?: string };
  readonly run?: {
    readonly id: string;
    readonly attempt: string;
    readonly url: string;
    /** Rises with every run of the workflow; a run that is started again keeps it. */
    readonly number?: number;
    /** The workflow's file in the repository. */
    readonly workflow?: string;
  };
}

export interface QualitySection {
  readonly verdict: 'pass' | 'fail';
  readonly tests: { readonly passed: number; readonly failed: number; readonly skipped: number };
  /** Percentage points of statements. */
  readonly coverage: number;
  readonly minimumCoverage: number;
  /** Why it is no pass, the gravest first. */
  readonly reasons?: readonly string[];
}

export interface BinarySection {
  readonly package: string;
  readonly path: string;
  readonly platform: string;
  readonly sha256: string;
  readonly size: number;
  /** Bytes more than the base branch's; negative when it shrank. */
  readonly sizeChange?: number;
  /** Whether a second build in another folder gave the same bytes; absent where none was made. */
  readonly reproducible?: boolean;
  readonly linkage: 'static' | 'glibc' | 'musl' | 'dynamic';
  /** The oldest glibc it runs on, where it needs one. */
  readonly glibc?: string;
  /** Base images it runs on, the smallest first; empty where it needs libraries beyond libc. */
  readonly runtimeBases?: readonly string[];
  readonly goVersion: string;
  readonly module: string;
  readonly version: string;
  readonly flags: {
    readonly cgo: boolean;
    readonly trimpath: boolean;
    readonly ldflags: string;
    readonly tags: string;
    /** Name of the profile it was compiled by. */
    readonly pgo?: string;
    /** Version of Go's FIPS 140-3 module in it. */
    readonly fips?: string;
  };
}

/** A bill of materials of one binary. */
export interface SbomSection {
  readonly path: string;
  readonly format: string;
  readonly sha256: string;
  readonly binarySha256: string;
  readonly components: number;
}

/** Which known vulnerabilities the binaries can reach, by govulncheck. */
export interface ReachabilitySection {
  readonly verdict: 'none-reachable' | 'reachable' | 'could-not-check';
  /** Why it could not be checked. */
  readonly reason?: string;
  readonly scanner?: {
    readonly name: string;
    readonly version: string;
    readonly database: string;
    readonly databaseUpdatedAt?: string;
  };
  readonly vulnerabilities: readonly {
    readonly id: string;
    readonly aliases: readonly string[];
    readonly module: string;
    readonly version: string;
    readonly fixedIn?: string;
    readonly reachable: boolean;
    readonly symbols: readonly string[];
  }[];
}

export interface ImageSection {
  /** Repository with registry, without tag. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly digest: string;
  /** Bytes of all layers and the configuration. */
  readonly size: number;
  readonly base: string;
  readonly pushed: boolean;
  /** sha256 of the binary inside, when it is one that was built and tested before. */
  readonly binarySha256?: string;
  /** Signatures and attestations that the registry has for it, by what they state. */
  readonly signatures?: readonly { readonly predicateType: string; readonly digest: string }[];
}

export type ScanVerdict = 'clean' | 'findings' | 'could-not-scan' | 'database-too-old';

export interface ScanSection {
  readonly target: string;
  readonly digest?: string;
  readonly verdict: ScanVerdict;
  readonly scanner: { readonly name: string; readonly version: string; readonly databaseUpdatedAt?: string };
  /** Findings by severity. */
  readonly counts: Readonly<Record<string, number>>;
  readonly blocking: readonly {
    readonly id: string;
    readonly severity: string;
    readonly subject: string;
    readonly fixedIn?: string;
  }[];
}

export interface RolloutSection {
  readonly environment: string;
  readonly namespace: string;
  readonly verdict: 'healthy' | 'unchanged' | 'refused' | 'failed' | 'undone' | 'undo-failed' | 'cancelled';
  readonly workloads: readonly {
    readonly kind: string;
    readonly name: string;
    readonly revision?: string;
    readonly previousRevision?: string;
    readonly images: readonly string[];
  }[];
  readonly causes: readonly { readonly cause: string; readonly message: string }[];
  readonly seconds: number;
}

export interface CanarySection {
  readonly environment: string;
  readonly verdict: 'promoted' | 'unchanged' | 'rolled-back' | 'held' | 'restored' | 'refused' | 'failed';
  readonly reason: string;
  readonly steps: readonly {
    readonly weight: number;
    readonly verdict: string;
    readonly seconds: number;
    readonly reason: string;
  }[];
  /** What the judge had seen when it decided, by metric. */
  readonly evidence?: unknown;
  readonly seconds: number;
}

export interface IncidentSection {
  readonly title: string;
  readonly at: string;
  readonly environment: string;
  readonly pullRequest?: number;
  readonly url?: string;
}

/** The parts that actions add. Each is written by one action; the lists grow by environment or by incident. */
export interface RecordSections {
  /** Begun by the harness; release-feedback adds the pull request when only GitHub knew it. */
  readonly source: SourceSection;
  readonly quality: QualitySection;
  readonly binaries: readonly BinarySection[];
  readonly sboms: readonly SbomSection[];
  readonly reachability: ReachabilitySection;
  readonly image: ImageSection;
  readonly scan: ScanSection;
  readonly rollouts: readonly RolloutSection[];
  readonly canary: CanarySection;
  readonly incidents: readonly IncidentSection[];
}

/** One release, from the commit to production and back. */
export interface ReleaseRecord extends Partial<RecordSections> {
  readonly version: typeof recordVersion;
  readonly source: SourceSection;
}
