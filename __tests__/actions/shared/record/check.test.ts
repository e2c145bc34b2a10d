import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { isJson, type Json } from '../../../../actions/shared/kube/values.ts';
import { misfits } from '../../../../actions/shared/record/check.ts';
import { parseRecord } from '../../../../actions/shared/record/parse.ts';
import schema from '../../../../schema/release-record.v1.json' with { type: 'json' };
import { wholeRecord } from '../../../support/whole-record.ts';

/** Every schema inside a schema, itself first. */
function schemas(rules: unknown): Json[] {
  if (!isJson(rules)) return [];
  const maps = [rules['properties'], rules['$defs']].flatMap((map) =>
    isJson(map) ? Object.values(map) : [],
  );
  return [rules, ...[...maps, rules['items'], rules['additionalProperties']].flatMap(schemas)];
}

/** The same schema, which takes no field that it does not name. */
function strict(rules: unknown): unknown {
  if (Array.isArray(rules)) return rules.map(strict);
  if (!isJson(rules)) return rules;
  const inner = Object.fromEntries(Object.entries(rules).map(([key, value]) => [key, strict(value)]));
  return isJson(rules['properties']) && !('additionalProperties' in rules)
    ? { ...inner, additionalProperties: false }
    : inner;
}

const ajv = new Ajv2020({ strict: false });
const validate = ajv.compile(schema);

test('the check knows every keyword that the schema uses', () => {
  const checked = ['$ref', 'type', 'const', 'enum', 'pattern', 'minimum', 'maximum'];
  const walked = ['properties', 'required', 'additionalProperties', 'items', '$defs'];
  const notes = ['$schema', '$id', 'title', 'description'];
  const used = new Set(schemas(schema).flatMap((rules) => Object.keys(rules)));
  expect([...used].filter((keyword) => ![...checked, ...walked, ...notes].includes(keyword))).toEqual([]);
});

test('the schema names every field of the types', () => {
  const { $id: _, ...rules } = schema;
  const validateStrictly = ajv.compile(JSON.parse(JSON.stringify(strict(rules))));
  expect([validateStrictly(wholeRecord), validateStrictly.errors]).toEqual([true, null]);
  expect(misfits(wholeRecord)).toEqual([]);
});

/** Every place in a value, as keys from its root. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const inner: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : isJson(value)
      ? Object.entries(value)
      : [];
  return [path, ...inner.flatMap(([key, deeper]) => places(deeper, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? replaced(item, rest, by) : item));
  if (!isJson(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === key ? replaced(inner, rest, by) : inner,
  ]);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

test('whatever is put into whatever field, or taken out: the check and a whole validator agree', () => {
  const values = fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 1 }), fc.integer(), fc.double());
  fc.assert(
    fc.property(fc.constantFrom(...places(wholeRecord)), values, (place, value) => {
      const text = JSON.stringify(replaced(wholeRecord, place, value)) ?? 'null';
      const damaged: unknown = JSON.parse(text);
      expect([text, misfits(damaged).length === 0]).toEqual([text, validate(damaged)]);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

const damagedAs = (place: readonly (string | number)[], value: unknown): Promise<unknown> =>
  parseRecord(JSON.stringify(replaced(wholeRecord, place, value), undefined, 2), 'record.json');

test.each([
  [['scan', 'verdict'], 'ok', '`scan.verdict` is "ok", expected one of clean, findings, could-not-scan'],
  [['scan'], 'clean', '`scan` is "clean", expected an object'],
  [['binaries'], {}, '`binaries` is {}, expected a list'],
  [['binaries', 0, 'sha256'], 'abc', '`binaries[0].sha256` is "abc", expected the form ^[0-9a-f]{64}$'],
  [['rollouts', 0, 'workloads'], undefined, '`rollouts[0].workloads` is missing'],
  [['quality', 'coverage'], 101, '`quality.coverage` is 101, expected at most 100'],
  [['canary', 'steps', 0], null, '`canary.steps[0]` is null, expected an object'],
  [['source', 'pullRequest', 'number'], '12', '`source.pullRequest.number` is "12", expected a whole number'],
])('%j as %j is told by its field', async (place, value, message) => {
  await expect(damagedAs(place, value)).rejects.toThrow(
    `the release record record.json is damaged: ${message}`,
  );
});

test('the place is the line of the field, or of the nearest around it that is there', async () => {
  const text = JSON.stringify(wholeRecord, undefined, 2);
  const lineOf = (needle: string): number => text.slice(0, text.indexOf(needle)).split('\n').length;
  await expect(damagedAs(['scan', 'verdict'], 'ok')).rejects.toMatchObject({
    place: { file: 'record.json', line: lineOf('"verdict": "findings"') },
  });
  await expect(damagedAs(['image', 'name'], undefined)).rejects.toMatchObject({
    place: { file: 'record.json', line: lineOf('"image": {') },
  });
});

test('a file that is no JSON says where it breaks off', async () => {
  const text = JSON.stringify(wholeRecord, undefined, 2);
  await expect(parseRecord(text.slice(0, 300), 'record.json')).rejects.toThrow(
    /^the release record record.json is damaged: it is no JSON \(.*line \d+/,
  );
  await expect(parseRecord('', 'record.json')).rejects.toThrow('it is no JSON');
});

test('many misfits are counted, not listed', async () => {
  const many = { version: 1, source: {}, a: 1, b: 2, c: 3, d: 4 };
  await expect(parseRecord(JSON.stringify(many), 'record.json')).rejects.toThrow(/; and 2 more$/);
});
