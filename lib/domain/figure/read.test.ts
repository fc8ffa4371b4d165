import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import english from '../../i18n/messages/en/issues.json';
import chinese from '../../i18n/messages/zh-CN/issues.json';
import type { Qualifier } from './figure';
import type { Indicator, Scale } from '../catalogue/indicator';
import { readFigure } from './read';

const find = (code: string) => catalogue.indicators.find((indicator) => indicator.code === code)!;
const fields: Record<string, Indicator> = {
  人: find('ZZ025'),
  万元: find('BF003'),
  '%': find('HT004'),
  家: find('ZZ004'),
  元: find('JF025'),
};
fields.元 = catalogue.indicators.find(({ display }) => display.moneyUnit === '元')!;
fields.家 = catalogue.indicators.find(({ unit }) => unit === '家')!;
fields.人次 = catalogue.indicators.find(({ unit }) => unit === '人次')!;
fields.年 = catalogue.indicators.find(({ unit }) => unit === '年')!;

type Read = [
  field: string,
  typed: string,
  value: string,
  scale: Scale,
  decimals: number,
  qualifier?: Qualifier,
  unit?: string,
];

const accepted: Read[] = [
  // plain, and as the input method leaves it
  ['人', '300', '300', 'none', 0],
  ['人', '0', '0', 'none', 0],
  ['人', '  300 ', '300', 'none', 0],
  ['人', '＋３００', '300', 'none', 0],
  ['人', '00012', '12', 'none', 0],
  ['人', '300。', '300', 'none', 0],
  ['人', '300.00', '300', 'none', 0],
  ['人', '\ufeff300\u200b', '300', 'none', 0],
  ['万元', '１２，３４５。６', '123456000', '万', 1],
  ['万元', '12.5', '125000', '万', 1],
  ['万元', '12.50', '125000', '万', 2],
  ['万元', '.5', '5000', '万', 1],
  ['万元', '266·74', '2667400', '万', 2],
  ['万元', '￥266.74', '2667400', '万', 2],
  // thousands separators
  ['人', '12,345', '12345', 'none', 0],
  ['人', '1，234，567', '1234567', 'none', 0],
  ['人', '1、234', '1234', 'none', 0],
  ['人', "12'345", '12345', 'none', 0],
  ['人', '12’345', '12345', 'none', 0],
  ['人', '12 345', '12345', 'none', 0],
  ['人', '12\u00a0345', '12345', 'none', 0],
  ['人', '12\u3000345', '12345', 'none', 0],
  ['人', '1,1234,2752', '112342752', 'none', 0],
  // 万 and 亿 are absolute
  ['人', '6.7774万', '67774', '万', 4],
  ['人', '15.0780万', '150780', '万', 4],
  ['人', '15.0780 万 名', '150780', '万', 4, '', '名'],
  ['人', '1.3亿', '130000000', '亿', 1],
  ['万元', '1.2亿', '120000000', '亿', 1],
  ['万元', '3500万', '35000000', '万', 0],
  ['万元', '3500万元', '35000000', '万', 0],
  ['万元', '20000元', '20000', 'none', 0],
  ['万元', '0.000001', '0.01', '万', 6],
  ['万元', '11598.468', '115984680', '万', 3],
  ['元', '2000', '2000', 'none', 0],
  ['元', '2000.5', '2000.5', 'none', 1],
  ['元', '0.2万', '2000', '万', 1],
  // rates
  ['%', '98', '98', 'none', 0],
  ['%', '93.5％', '93.5', 'none', 1],
  ['%', '350%', '350', 'none', 0],
  ['%', '98%以上', '98', 'none', 0, '以上'],
  ['%', '12.3456', '12.3456', 'none', 4],
  // words around the number
  ['人', '近2000', '2000', 'none', 0, '近'],
  ['人', '将近2000人', '2000', 'none', 0, '近'],
  ['人', '约300', '300', 'none', 0, '约'],
  ['人', '大约300人', '300', 'none', 0, '约'],
  ['人', '300余', '300', 'none', 0, '余'],
  ['人', '超300', '300', 'none', 0, '超'],
  ['人次', '超过2万人次', '20000', '万', 0, '超'],
  ['万元', '逾100万元', '1000000', '万', 0, '超'],
  ['人', '260多人', '260', 'none', 0, '多'],
  ['人次', '18.5万余', '185000', '万', 1, '余'],
  ['人次', '18.5万余人次', '185000', '万', 1, '余'],
  ['人次', '近100万人次', '1000000', '万', 0, '近'],
  ['万元', '6500余', '65000000', '万', 0, '余'],
  ['万元', '6500余万元', '65000000', '万', 0, '余'],
  ['万元', '2000万余元', '20000000', '万', 0, '余'],
  ['人', '300人以上', '300', 'none', 0, '以上'],
  ['人', '300左右', '300', 'none', 0, '左右'],
  // other measure words for the same objects
  ['人', '300名', '300', 'none', 0, '', '名'],
  ['家', '20户', '20', 'none', 0, '', '户'],
  ['人次', '6324人（次）', '6324', 'none', 0],
  ['年', '10 年', '10', 'none', 0],
];

const refused: [field: string, typed: string, code: string, params?: Record<string, string>][] = [
  ['人', 'abc', 'not-a-number'],
  ['人', '大约', 'not-a-number'],
  ['人', '1.2.3', 'odd-separators'],
  ['人', '5²', 'not-a-number'],
  ['人', '⑤', 'not-a-number'],
  ['人', '三', 'chinese-number', { typed: '三', number: '3' }],
  ['人', '三百', 'chinese-number', { typed: '三百', number: '300' }],
  ['人', '一千零五', 'chinese-number', { typed: '一千零五', number: '1005' }],
  ['人', '十八人', 'chinese-number', { typed: '十八人', number: '18' }],
  ['人', '三百万', 'chinese-numerals'],
  ['人', '两千余人', 'chinese-numerals'],
  ['人', '3千', 'wrong-scale', { typed: '千' }],
  ['人', '3百万', 'wrong-scale', { typed: '百万' }],
  ['万元', '2万亿', 'wrong-scale', { typed: '万亿' }],
  ['人', '1,5', 'odd-separators', { typed: '1,5' }],
  ['人', '1,2345', 'odd-separators', { typed: '1,2345' }],
  ['人', '11,2752', 'odd-separators', { typed: '11,2752' }],
  ['人', '12 34 5', 'odd-separators', { typed: '12 34 5' }],
  ['人', '1,50', 'odd-separators', { typed: '1,50' }],
  ['人', ',300', 'odd-separators', { typed: ',300' }],
  ['人', '300,', 'odd-separators'],
  ['万元', '1，2', 'odd-separators', { typed: '1,2' }],
  ['人', '不足300', 'unknown-qualifier', { word: '不足' }],
  ['人', '不足300人', 'unknown-qualifier', { word: '不足' }],
  ['人', '>300', 'unknown-qualifier', { word: '>' }],
  ['人', '近300余人', 'two-qualifiers', { first: '近', second: '余' }],
  ['人', '约300左右', 'two-qualifiers', { first: '约', second: '左右' }],
  ['%', '近98%以上', 'two-qualifiers', { first: '近', second: '以上' }],
  ['人', '（12）', 'ambiguous-brackets', { number: '12' }],
  ['人', '(1,200)', 'ambiguous-brackets', { number: '1,200' }],
  ['人', '-5', 'negative'],
  ['万元', '－5', 'negative'],
  ['人', '—5', 'negative'],
  ['人', '-', 'dash'],
  ['人', '——', 'dash'],
  ['人', '/', 'dash'],
  ['人', '无', 'dash'],
  ['人', '…', 'dash'],
  ['人', '########', 'excel-hashes'],
  ['人', '#REF!', 'excel-error'],
  ['人', '#DIV/0!', 'excel-error'],
  ['人', '#N/A', 'excel-error'],
  ['人', '=SUM(A1:A3)', 'excel-formula'],
  ['人', '1.2E+08', 'excel-exponent'],
  ['万元', '１.２Ｅ＋０８', 'excel-exponent'],
  ['人', '300-400', 'range'],
  ['人', '300至400人', 'range'],
  ['人', '12/13', 'range'],
  ['人', '12.5', 'whole-number', { unit: '人', value: '12.5' }],
  ['人', '1.23456万', 'whole-number', { unit: '人', value: '12345.6' }],
  ['万元', '0.0000001', 'too-many-decimals', { max: '6', unit: '万元' }],
  ['元', '2000.555', 'too-many-decimals', { max: '2', unit: '元' }],
  ['%', '12.34567', 'too-many-decimals', { max: '4', unit: '%' }],
  ['%', '20000', 'percent-range', { max: '10000' }],
  ['人', '98%', 'wrong-unit', { typed: '%', unit: '人' }],
  ['人', '300人次', 'wrong-unit', { typed: '人次', unit: '人' }],
  ['人', '300元', 'wrong-unit', { typed: '元', unit: '人' }],
  ['万元', '300人', 'wrong-unit', { typed: '人', unit: '万元' }],
  ['%', '2万', 'wrong-unit', { typed: '万', unit: '%' }],
  ['%', '8个百分点', 'wrong-unit', { typed: '个百分点', unit: '%' }],
  ['人', '1000000000000000000', 'too-large'],
  ['万元', '100000000000000', 'too-large'],
  ['人', '9'.repeat(100), 'too-large'],
  ['人', '三'.repeat(100_000), 'not-a-number'],
  ['人', '￥300', 'not-a-number'],
];

describe('readFigure', () => {
  it.each(accepted)(
    '%s field: %j is %s',
    (field, typed, value, scale, decimals, qualifier = '', unit) => {
      const indicator = fields[field]!;
      expect(readFigure(typed, indicator)).toEqual({
        ok: true,
        answer: 'number',
        value,
        qualifier,
        shown: { scale, decimals, unit: unit ?? indicator.unit },
      });
    },
  );

  it.each(refused)('%s field: %j is refused as %s', (field, typed, code, params) => {
    const read = readFigure(typed, fields[field] as Indicator);
    expect(read).toMatchObject({ ok: false, issue: params ? { code, params } : { code } });
  });

  it.each([
    ['', 'blank'],
    ['   ', 'blank'],
    ['\u3000', 'blank'],
    ['不适用', 'not_applicable'],
    [' 不 适用', 'not_applicable'],
    ['n/a', 'not_applicable'],
    ['无法取得', 'not_available'],
  ])('%j is the answer %s', (typed, answer) => {
    expect(readFigure(typed, fields.人 as Indicator)).toEqual({ ok: true, answer });
  });

  it('keeps every digit, from 元 to 10^17', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 17n - 1n), (amount) => {
        const typed = `${amount / 10000n}.${String(amount % 10000n).padStart(4, '0')}`;
        expect(readFigure(typed, fields.万元 as Indicator)).toMatchObject({
          ok: true,
          value: String(amount),
          shown: { scale: '万', decimals: 4 },
        });
      }),
    );
  });

  it('reads the same number however its digits are dressed', () => {
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (text) => text.replace(/\B(?=(\d{3})+$)/g, ','),
      (text) => text.replace(/\B(?=(\d{3})+$)/g, '，'),
      (text) => text.replace(/\B(?=(\d{3})+$)/g, ' '),
      (text) => text.replace(/\B(?=(\d{4})+$)/g, "'"),
      (text) => ` ${text} 人`,
      (text) => `+${text}。`,
    );
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 17n), dress, (number, dressed) => {
        expect(readFigure(dressed(String(number)), fields.人 as Indicator)).toMatchObject({
          ok: true,
          value: String(number),
        });
      }),
    );
  });

  it('answers any text, at once, and a number is never negative or in exponents', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom(...'0123456789.,，。、万亿余多近约以上左右元人%()-+ #E三'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...Object.values(fields)), (typed, indicator) => {
        const read = readFigure(typed, indicator);
        if (read.ok && read.answer === 'number')
          expect(read.value).toMatch(/^\d{1,18}(\.\d{1,6})?$/);
        if (!read.ok) expect(Object.keys(chinese)).toContain(read.issue.code);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('sentences of the issues', () => {
  it.each(refused)(
    '%s field: %j has its sentence (%s), with every parameter given',
    (field, typed, code) => {
      const read = readFigure(typed, fields[field] as Indicator);
      const given = read.ok ? [] : Object.keys(read.issue.params);
      for (const messages of [chinese, english] as Record<string, string>[]) {
        const wanted = [...(messages[code] ?? '{missing}').matchAll(/\{(\w+)\}/g)].map(
          ([, name]) => name,
        );
        expect(given).toEqual(expect.arrayContaining(wanted));
      }
    },
  );
});
