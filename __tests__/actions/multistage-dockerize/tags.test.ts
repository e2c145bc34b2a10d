import { expect, test } from '@jest/globals';
import { tagFacts, tagsFor } from '../../../actions/multistage-dockerize/src/plan/tags.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const branch = { sha, branch: 'feature/pay: now', version: '' };

test('the commit is always a tag, and templates are filled in once each', () => {
  expect(tagsFor(['{branch}', 'v-{short-sha}', '{sha}', '{version}'], branch, false)).toEqual({
    tags: [sha, 'feature-pay-now', 'v-0123456789ab'],
    left: ['{version}'],
  });
});

test('a version comes from a version tag only', () => {
  const facts = (ref: string): string => tagFacts(sha, { GITHUB_REF: ref }).version;
  expect(facts('refs/tags/v1.2.3')).toBe('1.2.3');
  expect(facts('refs/tags/service/v1.2.3-rc.1')).toBe('1.2.3-rc.1');
  expect(facts('refs/tags/nightly')).toBe('');
  expect(facts('refs/heads/1.2.3')).toBe('');
});

test('the branch of a pull request is the one it comes from', () => {
  expect(tagFacts(sha, { GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'fix' }).branch).toBe('fix');
  expect(tagFacts(sha, { GITHUB_REF: 'refs/heads/main', GITHUB_HEAD_REF: '' }).branch).toBe('main');
});

test('latest is refused with the reason, unless it is said so', () => {
  expect(() => tagsFor(['latest'], branch, false)).toThrow(/a rollback to it is none/);
  expect(tagsFor(['latest'], branch, true).tags).toContain('latest');
});

test.each(['{commit}', 'a b', '-x', 'x'.repeat(129)])('"%s" is refused', (template) => {
  expect(() => tagsFor([template], branch, false)).toThrow();
});

test('without a commit and without another tag there is nothing to tag', () => {
  expect(() => tagsFor(['{sha}'], { sha: '', branch: '', version: '' }, false)).toThrow(/none of the tags/);
});
