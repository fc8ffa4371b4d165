import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  boardOrder,
  collectiveReminder,
  daysLeft,
  fillReminder,
  fiveNumbers,
  isLate,
  isOverdue,
  leftInWords,
  usualReminder,
  type Progress,
} from './progress';
import { statuses } from './report';

const due = new Date('2026-11-10T15:59:59Z');
const [before, after] = [new Date('2026-11-09T00:00:00Z'), new Date('2026-11-12T00:00:00Z')];
const row = (status: Progress['status'], firstSignedAt: Date | null): Progress => ({
  status,
  firstSignedAt,
  dueAt: due,
});

describe('five numbers', () => {
  test('received, on time and their rates go by what is expected', () => {
    const rows = [
      row('approved', before),
      row('returned', before),
      row('submitted', after),
      row('filling', null),
    ];
    expect(fiveNumbers(rows)).toEqual({
      expected: 4,
      received: 3,
      rate: '75.0',
      onTime: 2,
      onTimeRate: '50.0',
    });
  });
  test('of nothing there is no rate', () => {
    expect(fiveNumbers([])).toEqual({
      expected: 0,
      received: 0,
      rate: null,
      onTime: 0,
      onTimeRate: null,
    });
  });
  const progress = fc.record({
    status: fc.constantFrom(...statuses),
    firstSignedAt: fc.option(fc.constantFrom(before, after)),
    dueAt: fc.constant(due),
  });
  test('nobody is on time who has not reported, and nobody reports who is not expected', () => {
    fc.assert(
      fc.property(fc.array(progress), (rows) => {
        const { expected, received, onTime } = fiveNumbers(rows);
        expect(onTime + rows.filter((one) => isLate(one)).length).toBe(received);
        expect(received).toBeLessThanOrEqual(expected);
      }),
    );
  });
});

it('the board shows every status once', () => {
  expect([...boardOrder].sort()).toEqual([...statuses].sort());
});

describe('lateness', () => {
  test.each([
    ['filling', before, false],
    ['filling', after, true],
    ['returned', after, true],
    ['submitted', after, false],
    ['approved', after, false],
  ] as const)('%s at %s: %s', (status, now, expected) => {
    expect(isOverdue({ status, dueAt: due }, now)).toBe(expected);
  });
  test('the last second is in time', () => {
    expect(isLate({ firstSignedAt: due, dueAt: due })).toBe(false);
  });
});

describe('a reminder', () => {
  test.each([
    ['2026-11-10T16:00:00Z', -1, '已过期1天'],
    ['2026-11-10T00:00:00Z', 0, '今天截止'],
    ['2026-11-06T23:00:00Z', 3, '还有3天'],
  ])('at %s: %i', (now, days, words) => {
    expect(daysLeft(due, new Date(now))).toBe(days);
    expect(leftInWords(days)).toBe(words);
  });
  test('holds what it is about, and no bracket is left', () => {
    const text = fillReminder(usualReminder, {
      unit: '柳溪县总工会',
      period: '2021年',
      due: '2026年11月10日',
      left: '还有3天',
    });
    expect(text).toContain('柳溪县总工会：贵单位2021年报表');
    expect(text).not.toMatch(/[【】]/);
  });
  test('to the reviewers names those due first before the others, each day once', () => {
    const later = new Date('2026-11-15T15:59:59Z');
    const late = [
      { unit: '甲', dueAt: later },
      { unit: '乙', dueAt: due },
      { unit: '丙', dueAt: later },
      { unit: '丁', dueAt: new Date('2026-11-10T04:00:00Z') },
    ];
    expect(collectiveReminder('2021年', late, after)).toBe(
      '2021年报表有4个直属下级单位待报送。截止日2026年11月10日（已过期2天）：乙、丁；截止日2026年11月15日（还有3天）：甲、丙。',
    );
  });
});
