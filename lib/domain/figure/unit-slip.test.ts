import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiply } from './number';
import { unitSlip } from './unit-slip';

const flow = { nature: 'flow' } as const;

describe('unitSlip', () => {
  it.each([
    ['10000', '5000000', '500', '10000', '500'],
    ['10000, 15 % more', '5750000', '500', '10000', '575'],
    ['10000, 15 % less', '4250000', '500', '10000', '425'],
    ['1000', '500000', '500', '1000', '500'],
    ['1000, 15 % more', '575000', '500', '1000', '575'],
    ['1000, 15 % less', '425000', '500', '1000', '425'],
    ['1/1000', '0.5', '500', '1/1000', '500'],
    ['1/1000, 15 % more', '575', '500000', '1/1000', '575000'],
    ['1/1000, 15 % less', '425', '500000', '1/1000', '425000'],
    ['1/10000', '50', '500000', '1/10000', '500000'],
    ['1/10000, 15 % more', '57', '495653', '1/10000', '570000'],
    ['1/10000, 15 % less', '43', '505882', '1/10000', '430000'],
  ])('%s', (_case, value, previous, times, suggested) => {
    expect(unitSlip(value, previous, flow)).toEqual({ times, suggested });
  });

  it.each([
    ['just beyond 15 %', '5751000', '500', 'flow'],
    ['a hundred times', '50000', '500', 'flow'],
    ['a rate', '9000', '0.9', 'ratio'],
    ['a rank', '1000', '1', 'rank'],
    ['nothing before', '100', null, 'flow'],
    ['from nothing', '100', '0', 'flow'],
    ['to nothing', '0', '100', 'flow'],
  ] as const)('nothing to ask: %s', (_case, value, previous, nature) => {
    expect(unitSlip(value, previous, { nature })).toBeNull();
  });

  it('finds again any whole number that was multiplied', () => {
    const factor = fc.constantFrom('10000', '1000');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), factor, (number, times) => {
        expect(unitSlip(multiply(String(number), times), String(number), flow)).toEqual({
          times,
          suggested: String(number),
        });
      }),
    );
  });
});
