import { describe, expect, test } from 'vitest';
import type { Figure, Qualifier } from '../figure/figure';
import type { Indicator, Nature } from '../catalogue/indicator';
import { printCompletion } from './completion';
import { takesTarget } from '../figure/target';

const figure = (value: string | null, qualifier: Qualifier = ''): Figure => ({
  indicator: 'JG001',
  measure: 'level',
  answer: value === null ? 'not_available' : 'number',
  value,
  shown: null,
  qualifier,
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
});
const of = (nature: Nature) => ({ code: 'JG001', unit: '件', nature }) as Indicator;

describe('how much of a target was done', () => {
  test.each<[string, Qualifier, string, string | null]>([
    ['4810', '', '5000', '96.2%'],
    ['5000', '', '5000', '100%'],
    ['350', '', '100', '350.0%'],
    ['0', '', '100', '0.0%'],
    ['9997', '', '10000', '99.9%'],
    ['100002', '', '100000', '100%以上'],
    ['9999999', '', '10000000', '99.9%'],
    ['10006', '', '10000', '100.1%'],
    ['980', '以上', '1000', '98.0%以上'],
    ['999.99', '余', '1000', '99.9%以上'],
    ['980', '近', '1000', null],
    ['980', '约', '1000', null],
    ['5', '', '0', null],
    ['5', '', '-5', null],
    ['-5', '', '100', null],
  ])('%s%s of %s', (value, qualifier, target, said) => {
    expect(printCompletion(figure(value, qualifier), figure(target), of('flow'))).toBe(said);
  });

  test('nothing is said of a rate, or of what could not be had', () => {
    expect(printCompletion(figure('95'), figure('98'), of('ratio'))).toBeNull();
    expect(printCompletion(figure(null), figure('98'), of('flow'))).toBeNull();
  });

  test('a place in an order has no target', () => {
    expect(
      (['stock', 'flow', 'ratio', 'rank', 'streak', 'standard'] as const).map((nature) =>
        takesTarget(of(nature)),
      ),
    ).toEqual([true, true, true, false, false, false]);
  });
});
