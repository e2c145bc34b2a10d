import type { Finding } from '../finding.ts';
import { suppressed, suppressionsIn } from '../suppression.ts';
import { addUrl } from './add-url.ts';
import { baseUnpinned } from './base-unpinned.ts';
import { binaryBaseMismatch } from './binary-base-mismatch.ts';
import { binaryNotStripped } from './binary-not-stripped.ts';
import { buildFileList } from './build-file-list.ts';
import { buildForceAll } from './build-force-all.ts';
import { buildToolsInFinalStage } from './build-tools-in-final-stage.ts';
import { builderOlderThanModule } from './builder-older-than-module.ts';
import { caCertificatesMissing } from './ca-certificates-missing.ts';
import { copyBeforeModDownload } from './copy-before-mod-download.ts';
import { dockerignoreMissing } from './dockerignore-missing.ts';
import { exposeUnresolved } from './expose-unresolved.ts';
import { extldflagsWithoutCgo } from './extldflags-without-cgo.ts';
import { goReleaseUnsupported } from './go-release-unsupported.ts';
import { rootUser } from './root-user.ts';
import type { DockerfileFacts, DockerfileRule } from './rule.ts';
import { secretInImage } from './secret-in-image.ts';
import { shellFormEntrypoint } from './shell-form-entrypoint.ts';
import { singleStage } from './single-stage.ts';
import { timezoneDataMissing } from './timezone-data-missing.ts';
import { trimpathInLdflags } from './trimpath-in-ldflags.ts';

/** The pitfalls of a Dockerfile, the gravest first. */
export const dockerfileRules: readonly DockerfileRule[] = [
  secretInImage,
  binaryBaseMismatch,
  caCertificatesMissing,
  timezoneDataMissing,
  trimpathInLdflags,
  builderOlderThanModule,
  shellFormEntrypoint,
  rootUser,
  goReleaseUnsupported,
  singleStage,
  buildToolsInFinalStage,
  exposeUnresolved,
  baseUnpinned,
  addUrl,
  copyBeforeModDownload,
  dockerignoreMissing,
  buildForceAll,
  buildFileList,
  binaryNotStripped,
  extldflagsWithoutCgo,
];

/**
 * Everything that is found: what bites in production before what is hygiene, each by rank. Comments may suppress a
 * finding; `today` (such as `2026-11-26`) tells which still count.
 */
export function dockerfileFindings(facts: DockerfileFacts, today: string): readonly Finding[] {
  const found = dockerfileRules.flatMap((rule) => rule.find(facts));
  const left = suppressed(found, suppressionsIn(facts.file.lines), today);
  const ofKind = (wanted: Finding['kind']): Finding[] => left.filter(({ kind }) => kind === wanted);
  return [...ofKind('production'), ...ofKind('hygiene')];
}
