import { expect, test } from '@jest/globals';
import { lanes } from '../../../../actions/shared/promises/lanes.ts';

test('so many at a time, in order, and one that fails makes room as well', async () => {
  const lane = lanes(2);
  const begun: number[] = [];
  const works = [0, 1, 2, 3].map((at) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const given = lane(() => {
      begun.push(at);
      return promise;
    });
    return { given, resolve, reject };
  });
  const [first, second, third, fourth] = works;
  expect(begun).toEqual([0, 1]);
  second?.reject(new Error('no'));
  await expect(second?.given).rejects.toThrow('no');
  expect(begun).toEqual([0, 1, 2]);
  first?.resolve(10);
  expect(await first?.given).toBe(10);
  expect(begun).toEqual([0, 1, 2, 3]);
  third?.resolve(12);
  fourth?.resolve(13);
  expect(await Promise.all([third?.given, fourth?.given])).toEqual([12, 13]);
  expect(await lane(async () => 14)).toBe(14);
});
