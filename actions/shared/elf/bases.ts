import { compareVersions, type Linkage } from './linkage.ts';

/** glibc of the bases people run Go on, oldest first (each distribution's package list, November 2026). */
const glibcBases: readonly (readonly [glibc: string, base: string])[] = [
  ['2.31', 'debian:11'],
  ['2.34', 'redhat/ubi9-minimal'],
  ['2.34', 'amazonlinux:2023'],
  ['2.35', 'ubuntu:22.04'],
  ['2.36', 'gcr.io/distroless/base-debian12'],
  ['2.36', 'debian:12'],
  ['2.39', 'ubuntu:24.04'],
  ['2.41', 'gcr.io/distroless/base-debian13'],
  ['2.41', 'debian:13'],
];

/**
 * Base images a program can run on, the smallest first. Empty when the file does not tell: a program that asks for
 * libraries beyond libc needs a base that brings them, and nobody but its author knows which.
 */
export function runtimeBases(linkage: Linkage): string[] {
  if (linkage.kind === 'static') {
    return ['scratch', 'gcr.io/distroless/static-debian13', 'alpine', 'debian', 'ubuntu'];
  }
  if (linkage.libraries.length > 0 || linkage.kind === 'dynamic') return [];
  if (linkage.kind === 'musl') return ['alpine'];
  const oldest = linkage.glibc ?? '0';
  return glibcBases.filter(([glibc]) => compareVersions(glibc, oldest) >= 0).map(([, base]) => base);
}
