import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../errors/user-error.ts';
import type { Exec } from '../../exec/exec.ts';
import { download } from './download.ts';
import type { ManifestSource } from './find.ts';
import { type HelmOptions, helmText } from './helm.ts';
import { refuseRemote } from './kustomize.ts';

/** Bytes. */
const largestFile = 8 * 1024 * 1024;

export interface SourceOptions {
  /** Runs kubectl for folders with a kustomization, and helm for charts. */
  readonly exec: Exec;
  readonly kubectl?: string;
  readonly helm?: HelmOptions;
  /** Whether anything may come from the network: `https://…` as a source, or remote parts of a kustomization. */
  readonly allowUrls?: boolean;
}

/** The YAML of a source, rendered where it has to be. */
export async function textOf(source: ManifestSource, options: SourceOptions): Promise<string> {
  switch (source.kind) {
    case 'kustomize':
      return kustomizeText(source, options);
    case 'helm':
      return helmText(source, options.exec, options.helm);
    case 'url':
      return urlText(source, options);
    default:
      return fileText(source);
  }
}

async function fileText({ path, shown }: ManifestSource): Promise<string> {
  const { size } = await stat(path);
  if (size <= largestFile) return readFile(path, 'utf8');
  throw new UserError(`${shown} has ${Math.round(size / 1e6)} MB; manifests are read up to 8 MB`, {
    fix: 'Split the file, and leave out what is no manifest.',
    place: { file: shown },
  });
}

async function kustomizeText({ path, shown }: ManifestSource, options: SourceOptions): Promise<string> {
  if (options.allowUrls !== true) await refuseRemote(path, shown);
  const { code, stdout, stderr } = await options.exec(options.kubectl ?? 'kubectl', ['kustomize', path]);
  if (code === 0) return stdout;
  throw new UserError(`Kustomize can't render ${shown}: ${stderr.trim().replace(/^error: /, '')}`, {
    fix: `Run \`kubectl kustomize ${shown}\` and correct what it says.`,
    place: { file: shown },
  });
}

async function urlText({ path, shown }: ManifestSource, { allowUrls }: SourceOptions): Promise<string> {
  if (allowUrls === true) return download(path, largestFile);
  throw new UserError(`${shown} is an address, and nothing is downloaded unless that is allowed`, {
    fix: 'Put the file into the repository, where a change of it is reviewed; or write `allow-urls: true`.',
  });
}
