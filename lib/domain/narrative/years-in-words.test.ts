import { expect, test } from 'vitest';
import { parsePeriodCode } from '../tree/period';
import { yearsInWords } from './frame';

test.each([
  ['2020..2021', '两'],
  ['2017..2021', '五'],
  ['2012..2021', '十'],
  ['2011..2021', '十一'],
  ['2010..2021', '十二'],
  ['2002..2021', '二十'],
  ['2000..2021', '二十二'],
  ['1972..2021', '五十'],
])('%s are %s年', (code, words) => {
  expect(yearsInWords(parsePeriodCode(code)!)).toBe(words);
});

test('nobody looks back on more than fifty years', () => {
  expect(parsePeriodCode('1971..2021')).toBeNull();
  expect(parsePeriodCode('2021..9999')).toBeNull();
});
