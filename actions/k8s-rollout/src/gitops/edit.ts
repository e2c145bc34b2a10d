import type { Document, Node, Scalar, YAMLMap } from 'yaml';
import { UserError } from '../../../shared/errors/user-error.ts';
import { repositoryOf } from '../../../shared/manifests/images.ts';
import { applied, type Splice } from './splice.ts';

type Yaml = typeof import('yaml');

/** A text with new images, and the names for which there was a place in it. */
export interface Edited {
  readonly text: string;
  readonly used: ReadonlySet<string>;
}

/**
 * Puts image references by digest into a file of a GitOps repository: a manifest (`image:` of a container), a
 * Kustomization (`images`) or Helm values (`repository` beside `tag` or `digest`, or `image:`). Only the characters of
 * the values change; comments, order and formatting stay as they are.
 *
 * Throws a UserError with the line for what is no YAML.
 */
export async function withImages(
  text: string,
  file: string,
  images: ReadonlyMap<string, string>,
): Promise<Edited> {
  const yaml = await import('yaml');
  const editor = new Editor(yaml, text, images);
  for (const document of documentsOf(yaml, text)) {
    refuseErrors(document, file);
    yaml.visit(document, { Map: (_key, map) => editor.take(map) });
  }
  return editor.result();
}

function documentsOf(yaml: Yaml, text: string): Document.Parsed[] {
  const documents = yaml.parseAllDocuments(text);
  return Array.isArray(documents) ? documents : [];
}

function refuseErrors({ errors: [first] }: Document.Parsed, file: string): void {
  if (first === undefined) return;
  const line = first.linePos?.[0].line;
  throw new UserError(
    `${file} of the GitOps repository is no valid YAML: ${first.message.split('\n', 1)[0]}`,
    {
      fix: 'Correct the file, or leave it out of `manifests`. A chart template is no YAML: give its values file.',
      place: { file, ...(line === undefined ? {} : { line }) },
    },
  );
}

class Editor {
  private readonly yaml: Yaml;
  private readonly text: string;
  private readonly images: ReadonlyMap<string, string>;
  private readonly used = new Set<string>();
  private readonly splices: Splice[] = [];

  constructor(yaml: Yaml, text: string, images: ReadonlyMap<string, string>) {
    this.yaml = yaml;
    this.text = text;
    this.images = images;
  }

  result(): Edited {
    return { text: applied(this.text, this.splices), used: this.used };
  }

  take(map: YAMLMap): void {
    const image = this.scalar(map, 'image');
    const reference = image === undefined ? undefined : this.match(String(image.value ?? ''));
    if (image !== undefined && reference !== undefined) this.write(image, reference);
    this.takeValues(map);
    const images = map.get('images', true);
    if (!this.yaml.isSeq(images)) return;
    for (const item of images.items) if (this.yaml.isMap(item)) this.takeEntry(item);
  }

  /** Helm values: `{ registry?, repository, tag | digest }`. */
  private takeValues(map: YAMLMap): void {
    const [registry, repository] = [this.scalar(map, 'registry'), this.scalar(map, 'repository')];
    const [tag, digest] = [this.scalar(map, 'tag'), this.scalar(map, 'digest')];
    const place = digest ?? tag;
    if (repository === undefined || place === undefined) return;
    const own = String(repository.value ?? '');
    const host = String(registry?.value ?? '');
    const reference = (host === '' ? undefined : this.match(`${host}/${own}`)) ?? this.match(own);
    if (reference === undefined) return;
    const [where, sum] = split(reference);
    const isHosted = registry !== undefined && host !== '';
    if (isHosted) this.write(registry, where.slice(0, where.indexOf('/')));
    this.write(repository, isHosted ? where.slice(where.indexOf('/') + 1) : where);
    // A chart writes `repository:tag`; what stands behind the @ decides, the tag is for people.
    this.write(place, digest === undefined ? `${sum.slice(7, 19)}@${sum}` : sum);
  }

  /** An entry of a Kustomization's `images`: `{ name, newName?, newTag? | digest? }`. */
  private takeEntry(map: YAMLMap): void {
    const name = this.scalar(map, 'name');
    const newName = this.scalar(map, 'newName');
    if (name === undefined) return;
    const reference =
      this.match(String(name.value)) ??
      (newName === undefined ? undefined : this.match(String(newName.value)));
    if (reference === undefined) return;
    const [where, sum] = split(reference);
    const [tag, digest] = [this.pair(map, 'newTag'), this.scalar(map, 'digest')];
    if (newName !== undefined) this.write(newName, where);
    else if (where !== name.value) this.insert(map, name, `newName: ${where}`);
    if (digest !== undefined) this.write(digest, sum);
    else if (tag !== undefined) this.splices.push({ ...tag, text: `digest: ${sum}` });
    else this.insert(map, name, `digest: ${sum}`);
    if (digest !== undefined && tag !== undefined) this.drop(tag);
  }

  private match(name: string): string | undefined {
    const found = [...this.images.keys()].find(
      (candidate) => candidate === name || candidate === repositoryOf(name),
    );
    if (found === undefined) return undefined;
    this.used.add(found);
    return this.images.get(found);
  }

  private scalar(map: YAMLMap, key: string): Scalar | undefined {
    const value = map.get(key, true);
    return this.yaml.isScalar(value) && value.range !== undefined && value.range !== null ? value : undefined;
  }

  /** From the beginning of the key to the end of its value. */
  private pair(map: YAMLMap, key: string): { from: number; to: number } | undefined {
    const pair = map.items.find((item) => this.yaml.isScalar(item.key) && item.key.value === key);
    if (pair === undefined || !this.yaml.isScalar(pair.key) || !this.yaml.isScalar(pair.value))
      return undefined;
    return { from: start(pair.key), to: end(pair.value) };
  }

  private write(node: Scalar, value: string): void {
    if (node.value === value) return;
    const quote = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '';
    const gap = start(node) === end(node) && this.text[start(node) - 1] !== ' ' ? ' ' : '';
    this.splices.push({ from: start(node), to: end(node), text: `${gap}${quote}${value}${quote}` });
  }

  /** A further field behind `name`, on a line of its own where the others stand so. */
  private insert(map: YAMLMap, name: Scalar, field: string): void {
    const column = start(map) - (this.text.lastIndexOf('\n', start(map) - 1) + 1);
    const text = map.flow === true ? `, ${field}` : `\n${' '.repeat(column)}${field}`;
    this.splices.push({ from: end(name), to: end(name), text });
  }

  private drop({ from, to }: { from: number; to: number }): void {
    const line = this.text.lastIndexOf('\n', from - 1);
    const alone = this.text.slice(line + 1, from).trim() === '';
    if (alone) this.splices.push({ from: line, to, text: '' });
  }
}

const start = (node: Node): number => node.range?.[0] ?? 0;
const end = (node: Node): number => node.range?.[1] ?? 0;

function split(reference: string): [string, string] {
  const at = reference.indexOf('@');
  return [reference.slice(0, at), reference.slice(at + 1)];
}
