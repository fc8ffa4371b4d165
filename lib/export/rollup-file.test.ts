import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { round } from '@/lib/domain/figure/number';
import { parsePeriodCode, type Period } from '@/lib/domain/tree/period';
import { rollUpGrid, writeRollUpFile, type RollUpFile } from './rollup-file';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const of = (code: string) => catalogue.indicators.find((one) => one.code === code)!;
const total = (value: string | null, units = 2) =>
  ({
    value,
    qualifier: '' as const,
    units,
    otherDate: 0,
    beside: 0,
    why: value === null ? ('nothing' as const) : null,
  }) as unknown as RollUpFile['rows'][number]['totals'][number];
const column = (year: string, reported: number) => ({
  period: parsePeriodCode(year) as Period,
  expected: 3,
  reported,
  madeUp: true,
});
const money = catalogue.indicators.find(
  ({ display, nature }) => display.moneyUnit === '万元' && nature === 'flow',
)!;
const file: RollUpFile = {
  unit: { code: '990100', name: '试点市总工会' },
  basis: 'then',
  standing: 'submitted',
  columns: [column('2021', 2), column('2020', 3)],
  sections: catalogue.sections,
  rows: [
    {
      indicator: of('SX001'),
      totals: [total('110'), total('100')],
      alike: [total('110'), total('100')],
    },
    {
      indicator: of('SX002'),
      totals: [total('900'), total('1000', 3)],
      alike: [total('900'), total('800')],
    },
    {
      indicator: money,
      totals: [total('1234567'), total('1000000')],
      alike: [total('1234567'), total('1000000')],
    },
    {
      indicator: of('SX009') ?? of('SX007'),
      totals: [total(null, 0), total('5')],
      alike: [total(null, 0), total('5')],
    },
  ],
};

test('numbers are numbers in the unit of their row; only changes of the cells beside them are formulas', async () => {
  const bytes = (await writeRollUpFile('xlsx', file)).bytes;
  const rows = (await readXlsx(bytes)).sheets[0]!.rows;
  const ours = rollUpGrid(file).groups.flatMap((group) => group.rows);
  for (const cells of ours) {
    const theirs = rows.find(([name]) => name === cells[0]!.text)!;
    expect(
      theirs.slice(3, cells.length).map((value, at) => (cells[at + 3]!.number ? value : null)),
    ).toEqual(
      cells
        .slice(3)
        .map(({ number }) => (number ? Number(round(number.value, number.decimals)) : null)),
    );
  }
  expect(ours.map((cells) => cells.slice(2).map(({ text }) => text))).toContainEqual([
    '求和',
    '123.4567',
    '2/3',
    '100',
    '2/3',
    '2',
    '123.4567',
    '100',
    '+23.4567',
    '+23.5',
  ]);
  expect(ours.map((cells) => cells.slice(2).map(({ text }) => text))).toContainEqual([
    '求和',
    '900',
    '2/3',
    '1000',
    '3/3',
    '2',
    '900',
    '800',
    '+100',
    '+12.5',
  ]);
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
  expect(xml.match(/<f>/g)).toHaveLength(6);
  expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"/);
  expect(xml).toMatch(/state="frozen"/);
});

test('where every unit gave both numbers there is nothing beside the totals', () => {
  const grid = rollUpGrid({ ...file, rows: file.rows.slice(0, 1) });
  expect(grid.columns.map(({ head }) => head)).toEqual([
    '指标',
    '单位',
    '汇总方式',
    '2021年',
    '计入/应报',
    '2020年',
    '计入/应报',
    '增减量',
    '增减%',
  ]);
  expect(grid.groups[0]!.rows[0]!.at(-2)).toMatchObject({
    text: '+10',
    formula: { kind: 'difference', now: 3, then: 5 },
  });
});

test('how complete it is and that it is made up stand with it', async () => {
  const [head] = (await readXlsx((await writeRollUpFile('xlsx', file)).bytes)).sheets;
  const text = head!.rows.flat().join('|');
  for (const said of ['试点市总工会 2021年汇总', '2021年应报3份，实报2份', '演示数据'])
    expect(text).toContain(said);
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    (await writeRollUpFile('csv', file)).bytes,
  );
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).toContain('求和,110,2／3,100,2／3,2,110,100,10,10.0');
  const json = JSON.parse(new TextDecoder().decode((await writeRollUpFile('json', file)).bytes));
  expect(
    json.totals.find(({ indicator }: { indicator: string }) => indicator === money.code).values[0],
  ).toMatchObject({ value: '1234567', units: 2 });
  expect(json.periods[0]).toMatchObject({ period: '2021', expected: 3, reported: 2 });
});
