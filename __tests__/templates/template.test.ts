import { expect, test } from '@jest/globals';
import { settle } from '../../action-templates/catalogue.ts';
import { substitute, type Variables, variablesOf } from '../../action-templates/template.ts';
import { objection, type Variable } from '../../action-templates/types.ts';

/** `name` as a template writes it. */
function hole(name: string): string {
  return `\${${name}}`;
}

function variable(type: string, more: Partial<Variable> = {}): Variable {
  return { type, description: '', example: 'example', default: undefined, optional: false, ...more };
}

const known: Variables = new Map([
  ['name', variable('name')],
  ['cpu', variable('quantity', { optional: true, default: '' })],
]);

function render(text: string, values: Record<string, string> = {}): string {
  return substitute('t.yaml', text, known, settle(known, new Map(Object.entries(values))));
}

test('replaces placeholders and nothing else', () => {
  const others = ['{ github.sha }', 'NAME', 'NAME:-x'].map(hole).join(' ');
  const text = `b: ${others} {{ $value }} {{track}} $(NAME) $& {name} $name`;
  expect(render(`a: ${hole('name')}-${hole('name')}\n${text}`, { name: 'shop' })).toBe(
    `a: shop-shop\n${text}`,
  );
});

test('a value is never read as a template or a pattern', () => {
  const loose: Variables = new Map([['name', variable('path')]]);
  const value = `$&${hole('name')}`;
  expect(substitute('t', hole('name'), loose, new Map([['name', value]]))).toBe(value);
});

test('an optional variable without a value takes its lines along', () => {
  expect(render(`a: 1\ncpu: ${hole('cpu')}\nb: 2`)).toBe('a: 1\nb: 2');
  expect(render(`cpu: ${hole('cpu')}`, { cpu: '50m' })).toBe('cpu: 50m');
});

test('file and line of a mistake are named', () => {
  expect(() => render(`x: 1\ny: ${hole('nobody')}`)).toThrow('t.yaml:2: unknown variable nobody');
  expect(() => render(`x: ${hole('name')}`)).toThrow('t.yaml:1: no value for name');
});

test('unknown names and unfit values are refused before anything is rendered', () => {
  expect(() => render('', { nobody: 'x' })).toThrow('unknown variable nobody');
  expect(() => render('', { name: 'a: b' })).toThrow('name: "a: b" is no name');
});

test.each([
  ['name', 'a\nb'],
  ['name', 'null'],
  ['name', '7'],
  ['port', '70000'],
  ['path', 'a"; b'],
  ['secret', 'a"b'],
  ['duration', '5'],
  ['integer', ''],
])('%s does not take %j', (type, value) => {
  expect(objection(variable(type), value)).toBeDefined();
});

test('a secret is not repeated in the message that refuses it', () => {
  expect(objection(variable('secret'), 'hun"ter2')).not.toContain('hun');
});

test('variablesOf lists each name once', () => {
  const text = ['name', 'cpu', 'name', '{ matrix }'].map(hole).join('\n');
  expect(variablesOf(text)).toEqual(['cpu', 'name']);
});
