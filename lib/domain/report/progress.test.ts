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
  isCountedLate,
  reminderWords,
  leftInWords,
  usualReminder,
  type Progress,
} from './progress';
import { statuses } from './report';
import { scoreOf } from './score';

const due = new Date('2026-11-10T15:59:59Z');
const [before, after] = [new Date('2026-11-09T00:00:00Z'), new Date('2026-11-12T00:00:00Z')];
const row = (status: Progress['status'], firstSignedAt: Date | null): Progress => ({
  status,
  firstSignedAt,
  dueAt: due,
});

const progress = fc.record({
  status: fc.constantFrom(...statuses),
  firstSignedAt: fc.option(fc.constantFrom(before, after)),
  dueAt: fc.constant(due),
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
    [null, before, false],
    [null, after, true],
    // A return does not make a punctual report late.
    [before, after, false],
    [after, after, false],
  ])('handed in first %s, at %s: %s', (firstSignedAt, now, expected) => {
    expect(isOverdue({ firstSignedAt, dueAt: due }, now)).toBe(expected);
  });
  test('on time, late and outstanding are counted the same by every derivation', () => {
    fc.assert(
      fc.property(progress, fc.constantFrom(before, after), (row, now) => {
        const { onTime, received } = fiveNumbers([row]);
        const isOnTime = onTime === 1;
        expect(isCountedLate(row, now) && isOnTime).toBe(false);
        expect(isLate(row)).toBe(received === 1 && !isOnTime);
        const { lateDays } = scoreOf({ ...row, marked: 0, returnedBare: 0, expected: 1 }, now);
        expect(lateDays > 0).toBe(isCountedLate(row, now));
      }),
    );
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
  test.each([
    ['not-started', '报表尚未报送，截止日为2026年11月10日（还有3天）。请尽快填报、签发'],
    ['filling', '报表尚未报送，截止日为2026年11月10日（还有3天）。请尽快填报、签发'],
    ['awaiting-signature', '报表已送签，尚未签发，截止日为2026年11月10日（还有3天）。请签发人'],
    // It was handed in: what is asked for is the correction, until the period closes.
    ['returned', '报表已退回修改，尚未重新报送，截止日为2026年11月30日（还有23天）。请按审核意见'],
  ] as const)('%s: names unit, period, sender, deadline and the next step', (status, words) => {
    const about = {
      ...{ unit: '柳溪县总工会', period: '2021年', sender: '云川市总工会', status },
      ...{ dueAt: due, closesAt: new Date('2026-11-30T15:59:59Z') },
    };
    const text = fillReminder(
      usualReminder,
      reminderWords(about, new Date('2026-11-06T23:00:00Z')),
    );
    expect(text).toContain(`柳溪县总工会：贵单位2021年${words}`);
    expect(text).toContain('云川市总工会');
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
