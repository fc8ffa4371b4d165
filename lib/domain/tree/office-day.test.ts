import { describe, expect, test } from 'vitest';
import { beginOfOfficeDay, dayInWords, endOfOfficeDay, isDay, officeDay } from './office-day';

describe('the day in the offices', () => {
  test.each([
    ['2021-12-31T15:59:59Z', '2021-12-31'],
    ['2021-12-31T16:00:00Z', '2022-01-01'],
    ['2021-12-31T23:00:00-05:00', '2022-01-01'],
  ])('at %s is %s', (moment, day) => {
    expect(officeDay(new Date(moment))).toBe(day);
  });
  test('begins and ends on itself', () => {
    expect([beginOfOfficeDay('2022-01-01'), endOfOfficeDay('2022-01-01')].map(officeDay)).toEqual([
      '2022-01-01',
      '2022-01-01',
    ]);
    expect(officeDay(new Date(beginOfOfficeDay('2022-01-01').getTime() - 1))).toBe('2021-12-31');
    expect(officeDay(new Date(endOfOfficeDay('2022-01-01').getTime() + 1000))).toBe('2022-01-02');
  });
});

test.each([
  ['2022-01-05', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2022-04-31', false],
  ['2022-13-01', false],
  ['2022-1-5', false],
  ['0022-01-05', false],
  ['2022-01-05T00:00', false],
  ['', false],
  [null, false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('an official text writes a day without leading zeros', () => {
  expect(dayInWords('2022-01-05')).toBe('2022年1月5日');
});
