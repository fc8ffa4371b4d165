import { describe, expect, test } from 'vitest';
import type { Figure } from '../figure/figure';
import {
  applyRemembered,
  findRemembered,
  namesOf,
  noDecisions,
  skip,
  type Decisions,
} from './mapping';
import { matcherOf } from './matcher';
import { planImport, type ImportTarget } from './plan-import';
import { recognise } from './recognise';
import type { Layout } from './layout';
import { whoseReader } from './unit-names';
import { yearbook } from './test-tables';
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
const figure = (indicator: string, value: string, revision = 1): Figure & { revision: number } => ({
  indicator,
  measure: 'level',
  answer: 'number',
  value,
  shown: null,
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  revision,
});
const target = (rest: Partial<ImportTarget> = {}): ImportTarget => ({
  state: 'writable',
  chosen: new Set(),
  figures: new Map(),
  ...rest,
});

function planOf(
  rows: string[][],
  of: ImportTarget | undefined,
  decisions: Decisions = noDecisions,
) {
  const sheet: SheetGrid = { name: '表', rows };
  const sources = recognise(sheet, recogniser).map((layout) => ({ sheet, layout }));
  return planImport(
    sources,
    decisions,
    new Map([[own, new Map(of ? [['2018', of]] : [])]]),
    byCode,
    writers,
  );
}
const one = (label: string, text: string) => [
  ['指标', '2018年'],
  ['基层工会组织数（个）', '5'],
  [label, text],
];
const last = (plan: ReturnType<typeof planOf>) => plan.cells.at(-1)!;

describe('the verdict on a cell', () => {
  test.each([
    ['a first figure', one('工会会员总数（万人）', '12.5'), target(), 'new'],
    [
      'another figure',
      one('工会会员总数（万人）', '12.5'),
      target({ figures: new Map([['ZZ025', figure('ZZ025', '1')]]) }),
      'changed',
    ],
    [
      'the same figure',
      one('工会会员总数（万人）', '12.5'),
      target({ figures: new Map([['ZZ025', figure('ZZ025', '125000')]]) }),
      'same',
    ],
    [
      'a report not there yet',
      one('工会会员总数（万人）', '12.5'),
      target({ state: 'missing' }),
      'new',
    ],
    [
      'a report handed in',
      one('工会会员总数（万人）', '12.5'),
      target({ state: 'handed-in' }),
      'not-writable',
    ],
    [
      'a period to come',
      one('工会会员总数（万人）', '12.5'),
      target({ state: 'not-open' }),
      'not-writable',
    ],
    ['no such period', one('工会会员总数（万人）', '12.5'), undefined, 'no-period'],
    [
      'what is on no form',
      one('职工书屋示范点', '3').map((row, at) => (at === 2 ? ['市级职工书屋示范点数', '3'] : row)),
      target(),
      'outside',
    ],
    [
      'what the unit chose',
      one('市级职工书屋示范点数', '3'),
      target({ chosen: new Set(['SX021']) }),
      'new',
    ],
    ['words', one('工会会员总数（万人）', '很多'), target(), 'invalid'],
    ['money in no unit', one('工会经费实收额', '300'), target(), 'ask'],
    ['a unit of something else', one('工会会员总数（万元）', '300'), target(), 'ask'],
    [
      'a unit that stands elsewhere in 万',
      one('女会员人数', '6').map((row, at) => (at === 1 ? ['工会会员总数（万人）', '13'] : row)),
      target(),
      'ask',
    ],
    ['a rate that is 1 at most', one('职工入会率', '0.93'), target(), 'ask'],
  ] as const)('%s', (_, rows, of, kind) => {
    expect(last(planOf(rows as string[][], of)).kind).toBe(kind);
  });

  test('two cells that contradict each other are both left, two that agree are taken once', () => {
    const twice = [
      ['指标', '2018年'],
      ['工会会员总数', '100'],
      ['基层工会组织数', '7'],
      ['ZZ025', '101'],
      ['ZZ001', '7'],
    ];
    const plan = planOf(twice, target());
    expect(plan.cells.map(({ code, kind }) => [code, kind])).toEqual([
      ['ZZ025', 'conflict'],
      ['ZZ001', 'new'],
      ['ZZ025', 'conflict'],
      ['ZZ001', 'same'],
    ]);
    expect(plan.edits).toEqual([
      expect.objectContaining({ indicator: 'ZZ001', typed: '7', address: 'B3' }),
    ]);
    expect(plan.cells[0]!.issue).toEqual({
      code: 'import-conflict',
      params: { other: 'B4', text: '101' },
    });
  });

  test('an edit names the revision that was seen', () => {
    expect(
      planOf(
        one('工会会员总数', '7'),
        target({ figures: new Map([['ZZ025', figure('ZZ025', '1', 4)]]) }),
      ).edits.at(-1),
    ).toMatchObject({ indicator: 'ZZ025', revision: 4, typed: '7' });
  });
});

describe('what a person decides', () => {
  const [layout] = recognise(yearbook, recogniser) as [Layout];
  const women = layout.lines.find(({ label }) => label.includes('女会员'))!.key;
  const targets = new Map([
    [own, new Map(['2017', '2018', '2019'].map((year) => [year, target()]))],
  ]);
  const plan = (decisions: Partial<Decisions>) =>
    planImport(
      [{ sheet: yearbook, layout }],
      { ...noDecisions, ...decisions },
      targets,
      byCode,
      writers,
    );

  test('another indicator', () => {
    expect(plan({}).edits.filter(({ indicator }) => indicator === 'ZZ027')).toEqual([]);
    const taken = plan({ lines: { [women]: { code: 'ZZ027', unit: null } } }).edits.filter(
      ({ indicator }) => indicator === 'ZZ027',
    );
    expect(taken.map((edit) => [edit.period, 'typed' in edit && edit.typed])).toEqual([
      ['2017', '5.1万'],
      ['2018', '5.2万'],
      ['2019', '5.25万'],
    ]);
  });

  test('a row without indicator, a year left out, a unit put right', () => {
    const members = layout.lines.find(({ code }) => code === 'ZZ025')!.key;
    expect(
      plan({ lines: { [members]: { code: null, unit: null } } }).edits.some(
        ({ indicator }) => indicator === 'ZZ025',
      ),
    ).toBe(false);
    expect(
      plan({ crossings: { [layout.crossings[0]!.key]: skip } }).edits.some(
        ({ period }) => period === '2017',
      ),
    ).toBe(false);
    const inPieces = plan({ lines: { [members]: { code: 'ZZ025', unit: '千人' } } }).edits.find(
      ({ indicator }) => indicator === 'ZZ025',
    )!;
    expect(inPieces).toMatchObject({ period: '2018', typed: '12500' });
  });

  test('it is remembered for a table of nearly the same names, and of its own years', () => {
    const decisions = {
      ...noDecisions,
      lines: { [women]: { code: 'ZZ026', unit: null } },
      crossings: { '二〇一九年比上年增长(%)': skip },
    };
    const remembered = { id: '1', fileName: '去年.xlsx', decisions, names: namesOf([layout]) };
    const next: SheetGrid = {
      ...yearbook,
      rows: yearbook.rows.map((row, at) =>
        at === 3
          ? [row[0]!, row[1]!, '2018', '2019', '2020', row[5]!]
          : at === 9
            ? ['另一项', ...row.slice(1)]
            : row,
      ),
    };
    const layouts = recognise(next, recogniser);
    const found = findRemembered(namesOf(layouts), [
      { ...remembered, id: '0', names: ['别的'] },
      remembered,
    ])!;
    expect(found.of.id).toBe('1');
    expect(applyRemembered(noDecisions, layouts, found.of).lines).toEqual(decisions.lines);
    expect(findRemembered(['甲', '乙', '丙'], [remembered])).toBeNull();
  });
});

test.each([
  ['签订集体合同数', 'HT012'],
  ['签订集体合同数（份）', 'HT012'],
  ['签订工资专项集体合同', 'HT020'],
  ['慰问困难职工', 'BF007'],
  ['慰问困难职工家庭（户）', 'BF007'],
  ['帮扶困难职工数', 'BF006'],
  ['职工人数', 'ZZ023'],
])('%s is first offered as what was done, or counted: %s', (label, code) => {
  const found = recogniser.match(label);
  expect(found.code ?? found.suggestions[0]).toBe(code);
});
