import type { Document, LineCounter, Node, ScalarTag, Tags } from 'yaml';
import { type Place, UserError } from '../errors/user-error.ts';
import { filledIn, type Variables } from './sources/variables.ts';
import type { FieldPath } from './types.ts';

/** One YAML document that is not empty. */
export interface YamlDocument {
  readonly value: unknown;
  readonly placeOf: (path: FieldPath) => Place;
}

/**
 * Reads all documents of a file as kubectl does: YAML 1.1 (`0644` is octal, `yes` is true), but without its times and
 * base-60 numbers. Errors carry the line within the file. JSON is YAML.
 */
export async function readYaml(text: string, file: string, variables?: Variables): Promise<YamlDocument[]> {
  const { isCollection, isMap: isYamlMap, LineCounter, parseAllDocuments, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  const options = { version: '1.1', lineCounter, uniqueKeys: true, customTags: asKubectl } as const;
  const documents = parseAllDocuments(text, { ...options });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    refuseErrors(document, text, file);
    if (document.contents === null) return [];
    visit(document, {
      Pair: (_key, pair) => {
        // `key: {{ … }}` is YAML too: a map whose key is a map. Nobody means that.
        if (isCollection(pair.key)) refuseTemplate(lineCounter.linePos(pair.key.range?.[0] ?? 0).line, file);
      },
      Scalar: (key, node, parents) => {
        if (variables === undefined || key === 'key' || typeof node.value !== 'string') return;
        const secret = parents.some((parent) => isYamlMap(parent) && parent.get('kind') === 'Secret');
        const line = lineCounter.linePos(node.range?.[0] ?? 0).line;
        const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
        const scalar = { text: node.value, plain: node.type === 'PLAIN', line: block ? line + 1 : line };
        node.value = filledIn(scalar, variables, { file, secret });
      },
    });
    const value: unknown = document.toJS({ maxAliasCount: 1000 });
    if (value === null) return [];
    return [{ value, placeOf: (path: FieldPath) => placeIn(document, lineCounter, file, path) }];
  });
}

const newOctal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^0o[0-7]+$/,
  resolve: (text) => Number.parseInt(text.slice(2), 8),
};

function asKubectl(tags: Tags): Tags {
  const kept = tags.filter(
    (tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'),
  );
  return [newOctal, ...kept];
}

function refuseErrors(document: Document.Parsed, text: string, file: string): void {
  const first = document.errors[0];
  if (first === undefined) return;
  const position = first.linePos?.[0];
  const template = /\{\{.*\}\}/.test(text);
  const where = position === undefined ? '' : `, column ${position.col}`;
  throw new UserError(`${file} is no valid YAML: ${firstLine(first.message)}${where}`, {
    fix: template
      ? 'The file holds `{{ … }}`: render the template first (`helm template`, for example) and give the result.'
      : 'Correct the file at that line.',
    place: { file, ...(position === undefined ? {} : { line: position.line }) },
  });
}

function refuseTemplate(line: number, file: string): never {
  throw new UserError(`${file}: a template that was not rendered`, {
    fix: 'The file holds `{{ … }}`: render the template first (`helm template`, for example) and give the result.',
    place: { file, line },
  });
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? message).replace(/:$/, '');
}

/** The line of a field's key, or of the nearest parent that is there. */
function placeIn(document: Document.Parsed, lines: LineCounter, file: string, path: FieldPath): Place {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const offset = offsetOf(document, path.slice(0, depth));
    if (offset !== undefined) return { file, line: lines.linePos(offset).line };
  }
  return { file };
}

function offsetOf(document: Document.Parsed, path: FieldPath): number | undefined {
  const last = path.at(-1);
  const parent: unknown = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
  if (typeof last === 'string' && isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === last);
    if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0];
    return undefined;
  }
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

function isMap(value: unknown): value is { items: { key: unknown }[] } {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}

function isScalar(value: unknown): value is { value: unknown } {
  return typeof value === 'object' && value !== null && 'value' in value;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}
