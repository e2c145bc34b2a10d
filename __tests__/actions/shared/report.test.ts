import { expect, test } from '@jest/globals';
import { reportThrown } from '../../../actions/shared/action/publish.ts';
import {
  type Annotation,
  annotationsShown,
  Report,
  shownAnnotations,
} from '../../../actions/shared/action/report.ts';
import { UserError } from '../../../actions/shared/errors/user-error.ts';

const finding = (level: Annotation['level'], title: string): Annotation => ({ level, title, message: title });

test('up to ten annotations of a level are shown as they are', () => {
  const ten = Array.from({ length: annotationsShown }, (_, n) => finding('error', `e${n}`));
  expect(shownAnnotations(ten)).toEqual(ten);
});

test('of more, the first nine are shown and one that counts the rest; other levels keep their own ten', () => {
  const errors = Array.from({ length: 14 }, (_, n) => finding('error', `e${n}`));
  const shown = shownAnnotations([...errors, finding('warning', 'w')]);
  expect(shown.map(({ title }) => title)).toEqual([
    'e0',
    'e1',
    'e2',
    'e3',
    'e4',
    'e5',
    'e6',
    'e7',
    'e8',
    '5 more',
    'w',
  ]);
});

test("the user's fault is told without a stack, at its place", () => {
  const report = new Report();
  reportThrown(
    report,
    new UserError('no such file', { fix: 'Write it.', place: { file: 'a.yml', line: 3 } }),
    'k8s-rollout',
  );
  expect(report.failure).toEqual({ message: 'no such file', fix: 'Write it.' });
  expect(report.annotations[0]?.place).toEqual({ file: 'a.yml', line: 3 });
  expect(report.summaries.join('')).not.toContain('    at ');
});

test('our fault is told with a stack', () => {
  const report = new Report();
  reportThrown(report, new TypeError('x is not a function'), 'k8s-rollout');
  expect(report.failure?.message).toContain('report.test');
});

test('an error never hides the one before it', () => {
  const report = new Report();
  reportThrown(report, new UserError('the cause', { fix: 'Mend it.' }), 'a');
  reportThrown(report, new Error('disk full'), 'a');
  expect(report.failure?.message).toContain('the cause');
});
