import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { DockerfileParser } from 'dockerfile-ast';
import { parseAllDocuments } from 'yaml';
import { readJson, readVariables, TEMPLATES } from '../../action-templates/catalogue.ts';
import { PROPERTIES, renderFile, templateFiles } from '../../action-templates/folder.ts';
import { variablesOf } from '../../action-templates/template.ts';
import { objection } from '../../action-templates/types.ts';

const known = readVariables();
const examples = new Map([...known].map(([name, variable]) => [name, variable.example]));
const files = ['docker', 'kubernetes', 'observability']
  .flatMap((folder) => templateFiles(join(TEMPLATES, folder)))
  .map((file) => relative(TEMPLATES, file));

function rendered(file: string): string {
  return renderFile(join(TEMPLATES, file), known, examples);
}

test.each(files)('%s says truly which variables it uses', (file) => {
  const path = join(TEMPLATES, file);
  const properties = readJson(path + PROPERTIES);
  expect(Object.keys(properties)).toEqual(['name', 'description', 'variables']);
  expect(properties['variables']).toEqual(variablesOf(readFileSync(path, 'utf8')));
});

test.each(files)('%s leaves no placeholder behind', (file) => {
  expect(variablesOf(rendered(file))).toEqual([]);
});

test.each(files.filter((file) => file.endsWith('.yaml')))('%s is YAML, with unique keys', (file) => {
  const documents = parseAllDocuments(rendered(file), { strict: true, uniqueKeys: true });
  if ('empty' in documents) throw new Error('no document');
  expect(documents.flatMap((document) => document.errors)).toEqual([]);
});

test.each(files.filter((file) => file.startsWith('kubernetes/')))(
  '%s names its object and its kind',
  (file) => {
    for (const document of parseAllDocuments(rendered(file))) {
      expect(document.toJS()).toMatchObject({
        apiVersion: expect.stringMatching(/^([a-z0-9.]+\/)?v\d/),
        kind: expect.any(String),
        metadata: { name: expect.any(String) },
      });
    }
  },
);

test.each(files.filter((file) => file.endsWith('.json')))('%s is JSON', (file) => {
  expect(() => JSON.parse(rendered(file))).not.toThrow();
});

test('the Dockerfile has its stages, in order, and starts the program itself', () => {
  const dockerfile = DockerfileParser.parse(rendered('docker/Dockerfile.go-static'));
  expect(dockerfile.getFROMs().map((from) => from.getBuildStage())).toEqual([
    'modules',
    'builder',
    'runtime',
  ]);
  const entrypoint = dockerfile.getENTRYPOINTs().at(-1)?.getArgumentsContent();
  expect(entrypoint).toBe('["/app"]');
});

test('every variable is used, fits its own type and is described', () => {
  const used = new Set(files.flatMap((file) => variablesOf(readFileSync(join(TEMPLATES, file), 'utf8'))));
  for (const [name, variable] of known) {
    expect({ name, used: used.has(name), problem: objection(variable, variable.example) }).toEqual({
      name,
      used: true,
      problem: undefined,
    });
    if (variable.default !== undefined) expect(objection(variable, variable.default)).toBeUndefined();
    expect(variable.description).not.toBe('');
  }
});

test('a changed setting changes the checksum in the pod template', () => {
  const file = join(TEMPLATES, 'kubernetes/30-deployment.yaml');
  const other = renderFile(file, known, new Map([...examples, ['log-level', 'debug']]));
  expect(basename(file)).toBe('30-deployment.yaml');
  expect(other).not.toBe(renderFile(file, known, examples));
});
