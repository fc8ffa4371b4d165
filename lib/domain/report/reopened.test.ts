import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lockedCodes, withDependents, type ReturnInForce } from './reopened';

const place = (
  code: string,
  rest: { partOf?: string; numerator?: string; denominator?: string } = {},
) => ({ code, partOf: null, numerator: null, denominator: null, ...rest });
// 会员 with 女会员 and of these 女农民工会员; 职工; 入会率 = 会员 ÷ 职工; 女会员占比 =
// 女会员 ÷ 会员; 书屋 stands alone.
const form = [
  place('members'),
  place('women', { partOf: 'members' }),
  place('migrantWomen', { partOf: 'women' }),
  place('men', { partOf: 'members' }),
  place('workers'),
  place('density', { numerator: 'members', denominator: 'workers' }),
  place('share', { numerator: 'women', denominator: 'members' }),
  place('rooms'),
];
const codes = form.map(({ code }) => code);
const whole: ReturnInForce = { opensAll: false, marked: [], granted: [], answered: codes };

describe('what a return opens', () => {
  test.each<[string, string[], string[]]>([
    ['a figure by itself', ['rooms'], ['rooms']],
    [
      'a total with its parts, and the rates of both',
      ['members'],
      ['members', 'women', 'men', 'density', 'share'],
    ],
    [
      'a part with the totals above it, not its neighbours',
      ['migrantWomen'],
      ['migrantWomen', 'women', 'members', 'density', 'share'],
    ],
    [
      'a rate with what it is worked out from',
      ['density'],
      ['density', 'members', 'workers', 'share'],
    ],
  ])('%s', (_, marked, open) => {
    expect([...withDependents(marked, form)].sort()).toEqual([...open].sort());
    expect([...lockedCodes({ ...whole, marked }, form)]).toEqual(
      codes.filter((code) => !open.includes(code)),
    );
  });

  test('what was opened on request is open as if it had been marked', () => {
    expect(lockedCodes({ ...whole, marked: ['rooms'], granted: ['workers'] }, form)).toEqual(
      lockedCodes({ ...whole, marked: ['rooms', 'workers'] }, form),
    );
  });

  test('without marks, or returned as a whole, nothing is locked', () => {
    expect(lockedCodes(whole, form).size).toBe(0);
    expect(lockedCodes({ ...whole, marked: ['rooms'], opensAll: true }, form).size).toBe(0);
  });

  test('what had no answer is not locked: the form would never be complete', () => {
    expect([...lockedCodes({ ...whole, marked: ['rooms'], answered: ['workers'] }, form)]).toEqual([
      'workers',
    ]);
  });

  test('a total and a rate are never locked while something in them is open to correction', () => {
    const some = fc.subarray(codes);
    fc.assert(
      fc.property(some, some, fc.subarray(codes), (marked, granted, answered) => {
        const locked = lockedCodes({ opensAll: false, marked, granted, answered }, form);
        fc.pre(marked.length > 0);
        const chosen = new Set([...marked, ...granted]);
        for (const one of form) {
          const rests =
            [one.numerator, one.denominator].some((part) => part && chosen.has(part)) ||
            form.some(({ code, partOf }) => partOf === one.code && chosen.has(code));
          if (chosen.has(one.code) || rests) expect(locked.has(one.code)).toBe(false);
          if (!answered.includes(one.code)) expect(locked.has(one.code)).toBe(false);
        }
      }),
    );
  });
});
