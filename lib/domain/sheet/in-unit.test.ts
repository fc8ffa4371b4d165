import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiply } from '../figure/number';
import { readFigure } from '../figure/read';
import { factorOf, typedIn } from './in-unit';
import { notedUnits, tableUnits, takeUnit } from './label';
import { unitChoices } from './in-unit-choice';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const { indicators } = standardCatalogue;
const of = (code: string) => indicators.find((indicator) => indicator.code === code)!;
const [people, money, rate] = [of('ZZ025'), of('ZS006'), of('ZZ034')];

/** The value, with its qualifier, or the code of what is wrong. */
function valueOf(cell: string, unit: string, indicator = people): string {
  const read = readFigure(typedIn(cell, unit, indicator), indicator);
  return read.ok
    ? read.answer === 'number'
      ? `${read.qualifier}${read.value}`
      : read.answer
    : read.issue.code;
}

describe('a cell in the unit of its row', () => {
  test.each([
    ['12.3456', '万人', people, '123456'],
    ['１２．３', '万人', people, '123000'],
    ['1,234', '人', people, '1234'],
    ['1.5', '千人', people, '1500'],
    ['约12.5', '万人', people, '约125000'],
    ['3余', '万人', people, '余30000'],
    ['3以上', '万人', people, '以上30000'],
    ['12.5万', '人', people, '125000'],
    ['12.34567', '万人', people, 'whole-number'],
    ['3321.55', '万元', money, '33215500'],
    ['3321.55', '元', money, '3321.55'],
    ['3.3', '亿元', money, '330000000'],
    ['5', '百万元', money, '5000000'],
    ['5', '千元', money, '5000'],
    ['20000元', '万元', money, '20000'],
    ['0.1', '亿', money, '10000000'],
    ['93.5', '%', rate, '93.5'],
    ['93.5%', '%', rate, '93.5'],
    ['935', '‰', rate, '93.5'],
    ['0.935', '小数', rate, '93.5'],
    ['55①', '人', people, 'not-a-number'],
    ['-5', '万人', people, 'negative'],
    ['=1+1', '人', people, 'excel-formula'],
    ['@SUM(A1)', '人', people, 'not-a-number'],
    ['-', '人', people, 'dash'],
    ['…', '人', people, 'dash'],
    ['#DIV/0!', '人', people, 'excel-error'],
    ['不适用', '万人', people, 'not_applicable'],
  ] as const)('%s in %s', (cell, unit, indicator, value) => {
    expect(valueOf(cell, unit, indicator)).toBe(value);
  });

  test('any number in any of the units of any indicator is exactly so many base units, or refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...indicators),
        fc.nat({ max: 5 }),
        fc.nat({ max: 99_999 }),
        fc.nat({ max: 9_999 }),
        (indicator, which, whole, part) => {
          const unit = unitChoices(indicator)[which % unitChoices(indicator).length]!;
          const digits = part === 0 ? String(whole) : `${whole}.${String(part).padStart(4, '0')}`;
          const value = valueOf(digits, unit, indicator);
          if (/^\d/.test(value)) expect(value).toBe(multiply(digits, factorOf(unit, indicator)!));
          else expect(['whole-number', 'too-many-decimals', 'percent-range']).toContain(value);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['万人', people, '10000'],
  ['名', people, '1'],
  ['人次', people, null],
  ['元', people, null],
  ['%', people, null],
  ['万元', rate, null],
  ['人', money, null],
  ['', people, null],
] as const)('%s counts %o', (unit, indicator, factor) => {
  expect(factorOf(unit, indicator)).toBe(factor);
});

test.each([
  ['工会经费（万元）', '工会经费', '万元'],
  ['会员数(单位：万人)', '会员数', '万人'],
  ['建会率，%', '建会率', '%'],
  ['建会率/%', '建会率', '%'],
  ['励志奖学金标准（本科）', '励志奖学金标准(本科)', null],
  ['会员', '会员', null],
  ['（万元）', '(万元)', null],
  ['工会会员总数（万人）①', '工会会员总数', '万人'],
  ['工会会员总数 万人', '工会会员总数', '万人'],
  ['会员人数（万人，年末）', '会员人数', '万人'],
])('%s is %s in %s', (label, name, unit) => {
  expect(takeUnit(label)).toEqual({ name, unit });
});

test.each([
  ['单位：万人', ['万人']],
  ['（计量单位:万元）', ['万元']],
  ['工会统计年报（单位：个）', ['个']],
  ['单位：人、万元', ['人', '万元']],
  ['单位:万人 (10000 persons)', ['万人']],
  ['填报单位：建湖县总工会', []],
])('%s is a table in %s', (cell, units) => {
  expect(tableUnits(cell)).toEqual(units);
});

test.each([
  ['注：本表人数单位为万人。', ['万人']],
  ['注：金额以万元计，人数以人计。', ['万元', '人']],
  ['注：本表由市总工会提供。', []],
])('%s says %s', (note, units) => {
  expect(notedUnits(note)).toEqual(units);
});
