import { type Place, UserError } from '../errors/user-error.ts';
import { isJson, isKubeObject, listAt, textAt } from '../kube/values.ts';
import { refusePlaceholders } from './placeholders.ts';
import { findManifests, type ManifestSource } from './sources/find.ts';
import { type SourceOptions, textOf } from './sources/text.ts';
import type { Variables } from './sources/variables.ts';
import type { FieldPath, Manifest } from './types.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

/** The API server takes requests up to 3 MiB, etcd values up to 1.5 MiB. */
const largestObject = 3 * 1024 * 1024;

export interface ReadOptions extends SourceOptions {
  readonly workspace: string;
  /** Takes the place of `${NAME}`; unset: nothing is filled in. */
  readonly variables?: Variables;
}

/**
 * Reads every object of the caller's files, folders and globs.
 *
 * Throws a UserError with file and line for what is missing, no YAML, no object, unnamed, unfilled or too large.
 */
export async function readManifests(patterns: readonly string[], options: ReadOptions): Promise<Manifest[]> {
  const sources = await findManifests(patterns, options.workspace);
  const read = await Promise.all(sources.map((source) => readSource(source, options)));
  return read.flat();
}

async function readSource(source: ManifestSource, options: ReadOptions): Promise<Manifest[]> {
  const text = await textOf(source, options);
  const documents = await readYaml(text, source.shown, options.variables);
  const rendered = source.kind === 'kustomize' || source.kind === 'helm';
  // Lines of rendered output say nothing to the caller.
  const whole = { file: source.shown };
  const manifests = documents
    .map((document) => (rendered ? { ...document, placeOf: (): Place => whole } : document))
    .flatMap((document) => manifestsOf(document, source.shown));
  if (manifests.length > 0) return manifests;
  throw new UserError(`${source.shown} holds no Kubernetes object`, {
    fix: 'Remove the file from the input `manifests`, or write an object into it.',
    place: whole,
  });
}

function manifestsOf({ value, placeOf }: YamlDocument, file: string): Manifest[] {
  if (isJson(value) && textAt(value, 'kind').endsWith('List') && Array.isArray(value['items'])) {
    return listAt(value, 'items').flatMap((item, index) =>
      manifestsOf({ value: item, placeOf: (path) => placeOf(['items', index, ...path]) }, file),
    );
  }
  return [manifestOf(value, file, placeOf)];
}

function manifestOf(value: unknown, file: string, placeOf: (path: FieldPath) => Place): Manifest {
  const refuse = (message: string, fix: string, path: FieldPath = []): never => {
    throw new UserError(`${file}: ${message}`, { fix, place: placeOf(path) });
  };
  for (const key of ['apiVersion', 'kind']) {
    if (textAt(value, key) === '') refuse(`an object without ${key}`, `Add \`${key}:\` to it.`);
  }
  const what = textAt(value, 'kind');
  if (textAt(value, 'metadata', 'name') === '') {
    refuse(`a ${what} without metadata.name`, 'Name it: what has no name cannot be applied twice.', [
      'metadata',
    ]);
  }
  if (!isKubeObject(value)) return refuse(`the ${what} is no object of the API`, 'Correct its metadata.');
  refusePlaceholders(value, file, placeOf);
  if (JSON.stringify(value).length > largestObject) {
    refuse(
      `the ${what} ${value.metadata.name} is larger than the API server takes (3 MiB)`,
      'Make it smaller.',
    );
  }
  return { object: value, file, placeOf };
}
