import { expect, test } from 'vitest';
import { isReworked } from './is-reworked';

test.each<[string, number | null, number, boolean]>([
  ['nothing was handed in', null, 1, false],
  ['what counts is what stands', 2, 2, false],
  ['it was returned or withdrawn since', 1, 2, true],
])('%s', (_, number, newest, expected) => {
  expect(isReworked({ number, newest: { number: newest } })).toBe(expected);
});
