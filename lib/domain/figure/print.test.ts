import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import documents from '../../../prisma/world/documents.json';
import type { Figure, Measure, Qualifier, Shown } from './figure';
import type { Indicator } from '../catalogue/indicator';
import {
  printFigure,
  printInput,
  printNumber,
  printPercent,
  printPoints,
  printValue,
} from './print';
import published from './print.cases.json';
import { readFigure } from './read';

const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
const find = (code: string) => indicators.get(code) as Indicator;
const people = find('ZZ025');
const money = find('BF003');
const rate = find('HT004');

type Print = {
  id: string;
  figure: Pick<Figure, 'indicator' | 'value' | 'shown' | 'qualifier' | 'measure'>;
};

function printsOfDocuments(): Print[] {
  return documents.reports.flatMap((report) =>
    [...report.figures, ...report.changes].flatMap((figure) => {
      const measure = ('kind' in figure ? figure.kind.replace('-', '_') : 'level') as Measure;
      const { indicator, value } = figure;
      const again =
        'alsoShown' in figure
          ? (figure.alsoShown as { id: string; shown: object; qualifier: string }[])
          : [];
      return figure.ids.map((id) => {
        const { shown, qualifier } = again.find((other) => other.id === id) ?? figure;
        return {
          id,
          figure: {
            indicator,
            value,
            measure,
            shown: shown as Shown,
            qualifier: qualifier as Qualifier,
          },
        };
      });
    }),
  );
}

describe('the five published reports', () => {
  const prints = printsOfDocuments();

  it('has 309 printed figures, 25 of them in words', () => {
    expect(prints).toHaveLength(309);
    expect(prints.filter(({ figure }) => figure.shown?.text)).toHaveLength(25);
    expect(prints.map(({ id }) => id).sort()).toEqual(Object.keys(published).sort());
  });

  it.each(prints)('prints $id as published', ({ id, figure }) => {
    expect(printFigure(figure, find(figure.indicator))).toBe(
      (published as Record<string, string>)[id],
    );
  });

  const levels = prints.filter(({ id, figure }) => figure.measure === 'level' && id !== 'hz-031');
  it.each(levels)('$id stands in its input so that reading it changes nothing', ({ figure }) => {
    const indicator = find(figure.indicator);
    const { scale, decimals } = figure.shown as Shown;
    expect(readFigure(printInput(figure, indicator), indicator)).toMatchObject({
      ok: true,
      answer: 'number',
      value: figure.value,
      qualifier: figure.qualifier,
      shown: { scale, decimals },
    });
  });
});

describe('printFigure', () => {
  const print = (value: string, shown: Shown, qualifier: Qualifier, indicator = people) =>
    printFigure({ value, shown, qualifier }, indicator);
  const inTenThousands = (decimals: number, unit = '人'): Shown => ({
    scale: '万',
    decimals,
    unit,
  });

  it.each<[string, string, Shown, Qualifier]>([
    ['余 and 多 cut down', '78万余人', inTenThousands(0), '余'],
    ['近 goes up', '近79万人', inTenThousands(0), '近'],
    ['without a word it is rounded', '78.2万人', inTenThousands(1), ''],
    ['约 is rounded too', '约78.2万人', inTenThousands(1), '约'],
    ['以上 follows the unit', '781800人以上', { scale: 'none', decimals: 0, unit: '人' }, '以上'],
    ['左右 follows the unit', '78.18万名左右', inTenThousands(2, '名'), '左右'],
  ])('%s: %s', (_, text, shown, qualifier) => {
    expect(print('781800', shown, qualifier)).toBe(text);
  });

  it('puts 余 before 万 in money and after it elsewhere', () => {
    expect(print('65000000', inTenThousands(0, '元'), '余', money)).toBe('6500余万元');
    expect(print('185000', inTenThousands(1, '人次'), '余')).toBe('18.5万余人次');
  });

  it('keeps trailing zeros', () => {
    expect(print('150780', inTenThousands(4, '名'), '')).toBe('15.0780万名');
  });

  it('prints a change without its sign, a level with it', () => {
    const shown: Shown = { scale: 'none', decimals: 2, unit: '%' };
    expect(printFigure({ value: '-43.29', shown, qualifier: '', measure: 'growth' }, rate)).toBe(
      '43.29%',
    );
    expect(printFigure({ value: '-43.29', shown, qualifier: '', measure: 'level' }, rate)).toBe(
      '-43.29%',
    );
  });

  it('is empty where there is no number, and 0 where there is 0', () => {
    expect(printFigure({ value: null, shown: null, qualifier: '' }, people)).toBe('');
    expect(printFigure({ value: '0', shown: null, qualifier: '' }, people)).toBe('0人');
  });
});

describe('printInput', () => {
  it.each<[string, string, Shown, Qualifier, Indicator]>([
    ['11598.468', '115984680', { scale: '万', decimals: 3, unit: '元' }, '', money],
    ['1.81亿元', '181000000', { scale: '亿', decimals: 2, unit: '元' }, '', money],
    ['20000元', '20000', { scale: 'none', decimals: 0, unit: '元' }, '', money],
    ['6500余', '65000000', { scale: '万', decimals: 0, unit: '元' }, '余', money],
    ['近100万', '1000000', { scale: '万', decimals: 0, unit: '人次' }, '近', people],
    ['98以上', '98', { scale: 'none', decimals: 0, unit: '%' }, '以上', rate],
  ])('%s', (text, value, shown, qualifier, indicator) => {
    expect(printInput({ value, shown, qualifier }, indicator)).toBe(text);
  });

  it('comes back the same from the reader, whatever the value and form', () => {
    const cases = fc.oneof(
      fc.record({
        indicator: fc.constant(people),
        scale: fc.constantFrom('none', '万', '亿'),
        most: fc.constant({ none: 0, 万: 4, 亿: 8 }),
      }),
      fc.record({
        indicator: fc.constant(money),
        scale: fc.constantFrom('none', '万', '亿'),
        most: fc.constant({ none: 2, 万: 6, 亿: 10 }),
      }),
    );
    fc.assert(
      fc.property(
        cases,
        fc.bigInt(0n, 10n ** 17n),
        fc.nat(10),
        fc.constantFrom('', '近', '约', '余', '多', '以上', '左右'),
        (of, number, digits, qualifier) => {
          const most = of.most as Record<string, number>;
          const decimals = Math.min(digits, most[of.scale] as number);
          const typed = `${number / 10n ** BigInt(decimals)}${decimals ? `.${String(number % 10n ** BigInt(decimals)).padStart(decimals, '0')}` : ''}`;
          const text = `${typed}${of.scale === 'none' ? '' : of.scale}${of.indicator === money ? '元' : ''}`;
          const read = readFigure(text, of.indicator);
          if (!read.ok || read.answer !== 'number')
            return read.ok === false && read.issue.code === 'too-large';
          const figure = {
            value: read.value,
            shown: read.shown,
            qualifier: qualifier as Qualifier,
          };
          expect(readFigure(printInput(figure, of.indicator), of.indicator)).toEqual({
            ok: true,
            answer: 'number',
            ...figure,
          });
          return true;
        },
      ),
    );
  });
});

describe('printValue', () => {
  it.each([
    [people, '9999', '9999人'],
    [people, '1234567', `${people.display.decimals === 1 ? '123.5' : '123.46'}万人`],
    [money, '115984680', '11598.47万元'],
    [rate, '93.456', '93.5%'],
    [people, '0', '0人'],
    [people, '-30700', `-3.${people.display.decimals === 1 ? '1' : '07'}万人`],
  ])('prints %j', (indicator, value, text) => {
    expect(printValue(value, indicator)).toBe(text);
  });

  it('follows the style given', () => {
    expect(printValue('1234567', people, { scale: 'none' })).toBe('1234567人');
    expect(printValue('240300', people, { decimals: 1, unit: '名' })).toBe('24.0万名');
    expect(printValue('181000000', money, { scale: '亿', decimals: 2 })).toBe('1.81亿元');
  });
});

describe('rates and points', () => {
  it.each([
    [printPercent('12.345'), '12.3%'],
    [printPercent('12.345', 2), '12.35%'],
    [printPercent('-43.29', 2), '43.29%'],
    [printPercent('-43.29', 1, true), '−43.3%'],
    [printPercent('5', 1, true), '+5.0%'],
    [printPercent('0', 1, true), '0.0%'],
    [printPercent('-0.04', 1, true), '0.0%'],
    [printPoints('8'), '8个百分点'],
    [printPoints('-0.45'), '0.5个百分点'],
    [printPoints('8.04', 1, true), '+8个百分点'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it.each([
    ['1234567.891', 2, '1234567.89'],
    ['999', 0, '999'],
    ['-1000', 0, '-1000'],
    ['-0.4', 0, '0'],
  ])('prints the digits of %s and no separators', (value, decimals, text) => {
    expect(printNumber(value, decimals)).toBe(text);
  });
});
