import { expect, test } from '@jest/globals';
import { relay } from '../../../../actions/shared/promises/relay.ts';

test('who comes late gets everything once, in its order', () => {
  const { write, to } = relay<number>();
  const got: number[] = [];
  write(1);
  write(2);
  to((one) => got.push(one));
  write(3);
  expect(got).toEqual([1, 2, 3]);
});
