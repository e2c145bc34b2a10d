import type { BinarySection } from '../../actions/shared/record/types.ts';

/** What a release record says of a binary. */
export const binarySection: BinarySection = {
  package: '.',
  path: '/b/app',
  platform: 'linux/amd64',
  sha256: '0'.repeat(64),
  size: 1,
  linkage: 'static',
  goVersion: 'go1.26.1',
  module: 'm',
  version: 'v1',
  flags: { cgo: false, trimpath: true, ldflags: '', tags: '' },
};
