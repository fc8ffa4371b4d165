import { describe, expect, test } from 'vitest';
import { comparisonGrid } from '@/lib/export/comparison-grid';
import { compareReports } from './tabulate';
import { scope, type Values } from '../narrative/test-input';
import { figuresOf } from '../summary/keys';
import { toMarkdown } from '../summary/text';
import { summarise } from '../summary/summarise';

const termOf = (period: string, years: Record<string, Values>) =>
  compareReports(scope(period, years));
const averageIn = (table: ReturnType<typeof termOf>, code: string) =>
  table.rows.find(({ indicator }) => indicator.code === code)?.average;

describe('年均增长 in the table of a term', () => {
  // 110000 ÷ 60000 is 1.8333; its fourth root 1.16362.
  test.each<[string, string, Values[string], Values[string], string | undefined]>([
    ['a stock', 'ZZ025', '60000', '110000', '+16.4%'],
    ['a flow', 'JG001', '50', '67', '+7.6%'],
    ['fewer', 'ZZ025', '100000', '96000', '−1.0%'],
    ['as many', 'ZZ025', '100000', '100000', '0.0%'],
    ['a base of 0', 'ZZ001', '0', '110', undefined],
    ['a base below 0', 'ZZ001', '-20', '110', undefined],
    ['a base under 10', 'ZZ001', '9', '110', undefined],
    ['fallen to 0', 'ZZ001', '110', '0', undefined],
    ['an approximate end', 'ZZ025', '60000', ['110000', '余'], undefined],
    ['a rate', 'HT004', '80', '90', undefined],
  ])('%s', (_, code, first, last, said) => {
    const table = termOf('2012..2016', {
      '2012': { [code]: first, RY003: '5' },
      '2014': { [code]: '100' },
      '2016': { [code]: last, RY003: '5' },
    });
    expect(averageIn(table, code)?.text).toBe(said);
    expect(table.average).toEqual(said === undefined ? undefined : { from: '2013', to: '2016' });
    expect(table.notes.some((note) => note.includes('水平法'))).toBe(said !== undefined);
  });

  const years = {
    '2012': { ZZ025: '60000', ZZ027: '400' },
    '2014': { ZZ025: '90000', JG001: '40' },
    '2016': { ZZ025: '110000', JG001: '67' },
  };

  test('says how it came about, and an indicator without a base has none', () => {
    const table = termOf('2012..2016', years);
    expect(averageIn(table, 'ZZ025')).toMatchObject({
      computed: { kind: 'average-growth', formula: expect.stringContaining('的4次方根－1') },
      number: { value: '16.4', decimals: 1 },
    });
    expect(averageIn(table, 'ZZ025')?.figures?.map(({ period }) => period)).toEqual([
      '2016',
      '2012',
    ]);
    expect(averageIn(table, 'JG001')).toBeUndefined();
    expect(averageIn(table, 'ZZ027')).toBeUndefined();
  });

  test('two years have none between them, three have', () => {
    expect(
      termOf('2020..2021', { '2020': { ZZ025: '60000' }, '2021': { ZZ025: '66000' } }).average,
    ).toBeUndefined();
    expect(
      averageIn(
        termOf('2019..2021', {
          '2019': { ZZ025: '60000' },
          '2020': { ZZ025: '1' },
          '2021': { ZZ025: '66150' },
        }),
        'ZZ025',
      )?.text,
    ).toBe('+5.0%');
  });

  test('a year beside a base year has none', () => {
    expect(
      termOf('2021', {
        '2015': { ZZ025: '60000' },
        '2020': { ZZ025: '65000' },
        '2021': { ZZ025: '66000' },
      }).average,
    ).toBeUndefined();
  });

  test('files and the command line have the column, and list what it comes from', () => {
    const summary = summarise(scope('2012..2016', years));
    const grid = comparisonGrid(summary.table, [
      { code: 'ZZ', name: '组织' },
      { code: 'JG', name: '建功' },
    ]);
    expect(grid.columns.slice(-3).map(({ head }) => head)).toEqual([
      '末年比基年',
      '末年比基年%',
      '2013—2016年年均增长%',
    ]);
    expect(grid.groups[0]?.rows.map((row) => row.at(-1)?.text)).toContain('+16.4');
    expect(toMarkdown(summary)).toMatch(/\| 末年比基年 \| 末年比基年% \| 2013—2016年年均增长% \|/);
    expect(figuresOf(summary).length).toBeGreaterThan(0);
  });
});
