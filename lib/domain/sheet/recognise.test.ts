import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../catalogue/indicator';
import { noDecisions } from './mapping';
import { matcherOf } from './matcher';
import { planImport, type ImportTarget } from './plan-import';
import { recognise } from './recognise';
import type { Layout } from './layout';
import { whoseReader } from './unit-names';
import { countiesDown, oneYear, tableOf, yearbook, yearsDown } from './test-tables';
import { readFigure } from '../figure/read';
import type { SheetGrid } from './sheet-grid';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const { indicators } = standardCatalogue;
const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
const own = '000001';
const writers = { own, below: new Set<string>() };
const recogniser = {
  match: matcherOf(indicators),
  whose: whoseReader({ own, units: [{ code: own, name: '柳溪县总工会' }] }),
};
const years = Array.from({ length: 40 }, (_, at) => String(1990 + at));
const empty: ImportTarget = {
  state: 'missing',
  chosen: new Set(byCode.keys()),
  figures: new Map(),
};
const targets = new Map([[own, new Map(years.map((year) => [year, empty]))]]);

/** What a sheet would bring into an empty form: code, year, value. */
function brought(sheet: SheetGrid): string[] {
  const layouts = recognise(sheet, recogniser);
  if (layouts.length === 0) return ['no table'];
  const sources = layouts.map((layout) => ({ sheet, layout }));
  return planImport(sources, noDecisions, targets, byCode, writers).edits.map((edit) => {
    const read = 'typed' in edit ? readFigure(edit.typed, byCode.get(edit.indicator)!) : null;
    const said =
      read?.ok && read.answer === 'number' ? read.qualifier + read.value : JSON.stringify(edit);
    return `${edit.indicator} ${edit.period} ${said} ${edit.address}`;
  });
}

describe('a table of a yearbook, its years across', () => {
  const [layout] = recognise(yearbook, recogniser) as [Layout];
  test('rows, years and units are recognised; a part by its whole', () => {
    expect(layout).toMatchObject({ direction: 'rows', head: 4 });
    expect(layout.crossings.map(({ period, role }) => [period, role])).toEqual([
      ['2017', 'figure'],
      ['2018', 'figure'],
      ['2019', 'figure'],
      [null, 'change'],
    ]);
    const of = (label: string) => layout.lines.find((line) => line.label.includes(label))!;
    expect(of('基层工会组织数')).toMatchObject({ code: 'ZZ001', unit: '个' });
    expect(of('工会会员总数')).toMatchObject({ code: 'ZZ025', unit: '万人' });
    expect(of('女会员').code).toBe('ZZ026');
    expect(of('合计').isTotal).toBe(true);
    expect(layout.lines.map(({ label }) => label)).not.toContain(
      '注：本表由市总工会提供；部分数据因四舍五入未作调整。',
    );
  });
  test('its figures are exact, in the base unit, with their cells', () => {
    const found = brought(yearbook);
    expect(found).toContain('ZZ001 2017 1204 C6');
    expect(found).toContain('ZZ001 2019 1250 E6');
    expect(found).toContain('ZZ025 2017 123456 C8');
    expect(found).toContain('ZS006 2017 33215500 C13');
    expect(found).toContain('ZZ034 2018 94.1 D10');
    expect(found).toContain('ZZ026 2017 51000 C9');
  });
});

test('counties down: only the own row, each year with its columns', () => {
  expect(brought(countiesDown)).toEqual([
    'ZZ001 2018 100 B5',
    'ZZ025 2018 10000 C5',
    'ZZ001 2019 110 D5',
    'ZZ025 2019 11000 E5',
  ]);
});

test('years down, units in the second row of the head', () => {
  expect(brought(yearsDown)).toEqual([
    'ZZ001 2018 1236 B3',
    'ZZ001 2019 1250 B4',
    'ZZ025 2018 125000 C3',
    'ZZ025 2019 128011 C4',
    'ZS006 2018 34000000 D3',
    'ZS006 2019 35102050 D4',
  ]);
});

test('one year, by codes, the year in the name of the sheet', () => {
  expect(brought(oneYear)).toEqual(['ZZ001 2018 1236 C3', 'ZZ004 2018 820 C4']);
});

test.each([
  ['nothing', []],
  [
    'words alone',
    [
      ['指标', '说明'],
      ['会员', '很多'],
    ],
  ],
  ['one column', [['1'], ['2']]],
])('%s is no table', (_, rows) => {
  expect(brought({ name: '表', rows })).toEqual(['no table']);
});

const usual = indicators.filter(
  ({ nature, display }) =>
    ['stock', 'flow', 'ratio'].includes(nature) && display.moneyUnit === null,
);
test('any table, written in any of its ways, says the figures that were written', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom<Indicator>(...usual), {
        minLength: 2,
        maxLength: 12,
        selector: ({ code }) => code,
      }),
      fc.integer({ min: 1995, max: 2015 }),
      fc.integer({ min: 2, max: 6 }),
      fc.array(fc.nat({ max: 9_999_999 }), { minLength: 7, maxLength: 40 }),
      fc.nat({ max: 59 }),
      (chosen, from, count, numbers, way) => {
        const { grid, written } = tableOf(
          chosen,
          Array.from({ length: count }, (_, at) => from + at),
          numbers,
          way,
        );
        expect(
          brought(grid)
            .map((line) => line.split(' ').slice(0, 3).join(' '))
            .sort(),
        ).toEqual(written.map(({ code, period, value }) => `${code} ${period} ${value}`).sort());
      },
    ),
    { numRuns: 100 },
  );
});
