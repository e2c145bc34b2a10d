import { expect, test } from '@jest/globals';
import { callsIn, problemsOf as problemsOfCall } from '../../scripts/check/calls.ts';
import { problemsOf } from '../../scripts/check/imports.ts';
import { refused } from '../../scripts/check/licences.ts';
import { unpinned } from '../../scripts/check/pins.ts';

test('a tag, a short commit and a commit without its version are not pinned', () => {
  const sha = 'a'.repeat(40);
  expect(
    unpinned(
      `- uses: actions/checkout@v7\n- uses: actions/checkout@${sha}\n- uses: actions/checkout@abc # v7.0.0`,
    ),
  ).toHaveLength(3);
  expect(unpinned(`- uses: actions/checkout@${sha} # v7.0.1\n- uses: $/actions/x\n- uses: ./x`)).toEqual([]);
});

test('an action may import itself and what is shared, and nothing of another', () => {
  expect(
    problemsOf(
      'trivy-gate/src/run.ts',
      "import { a } from './b.ts';\nimport { c } from '../../shared/x/y.ts';",
    ),
  ).toEqual([]);
  expect(
    problemsOf('trivy-gate/src/run.ts', "import { a } from '../../k8s-rollout/src/run.ts';"),
  ).toHaveLength(1);
  expect(
    problemsOf('shared/kube/kube.ts', "const a = await import('../../k8s-rollout/src/run.ts');"),
  ).toHaveLength(1);
  expect(problemsOf('trivy-gate/src/run.ts', "import { a } from '../../../testbed/bed.ts';")).toHaveLength(1);
});

test('a licence that does not go with Apache-2.0 is refused by name', () => {
  expect(refused('left-pad\nGPL-3.0-only\ntext\n\nyaml\nISC\ntext\n')).toEqual([
    'left-pad has the licence GPL-3.0-only',
  ]);
  expect(refused('')).toHaveLength(1);
});

test('a call that hands over what an action does not take, or lacks what it needs, is told', () => {
  const [call] = callsIn('steps:\n  - uses: $/actions/scan\n    with:\n      target: x\n      colour: red\n');
  if (call === undefined) throw new Error('no call was found');
  const manifest = { inputs: { target: {}, image: { required: true } } };
  expect(problemsOfCall(call, manifest)).toEqual([
    'scan has no input colour',
    'scan requires the input image',
  ]);
  expect(problemsOfCall(call, undefined)).toEqual(['there is no action scan']);
});
