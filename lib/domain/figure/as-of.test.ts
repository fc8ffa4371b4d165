import { expect, test } from 'vitest';
import { isAsOf } from './as-of';

test.each(['2021', '2021-12', '2021-12-31', '2024-02-29'])('%s exists', (text) => {
  expect(isAsOf(text)).toBe(true);
});

test.each([
  '2021-02-31',
  '2021-02-29',
  '2021-04-31',
  '2021-13',
  '2021-00',
  '2021-01-00',
  '2021-1-1',
  '2021-12-31T00:00',
  '21',
  '年末',
  '',
])('%j is no date', (text) => {
  expect(isAsOf(text)).toBe(false);
});
